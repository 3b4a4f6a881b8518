package org.azulejo.http.exchange;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Whether the client of a request still waits for its answer. */
public final class Presence {
  private static final long PATIENCE_MILLIS = 200;

  private final EndPoint connection;
  private final boolean shared;
  private volatile boolean failed;

  /** Begins to watch. From here on the request may take longer than connections may idle. */
  public Presence(Request request) {
    this.connection = innermost(request.getConnectionMetaData().getConnection().getEndPoint());
    this.shared =
        request.getConnectionMetaData().getHttpVersion().getVersion()
            > HttpVersion.HTTP_1_1.getVersion();
    request.addFailureListener(failure -> failed = true);
    request.addIdleTimeoutListener(timeout -> false);
  }

  /**
   * Whether nobody is there any more. A connection of HTTP/2, which many requests share, is always
   * being read, and failures are told; one of HTTP/1 has to be looked at.
   *
   * <p>A client that merely closed its half of the connection is gone, too, but only once it has
   * waited for a while: simple ones do that and read on.
   *
   * @param waitedMillis how long the client has waited
   */
  public boolean isGone(long waitedMillis) {
    return failed || waitedMillis >= PATIENCE_MILLIS && hasHungUp();
  }

  private boolean hasHungUp() {
    return !shared && connection instanceof LookaheadEndPoint open && open.isHungUp();
  }

  /** That of the network, beneath TLS. */
  private static EndPoint innermost(EndPoint endPoint) {
    EndPoint inner = endPoint;
    while (inner instanceof EndPoint.Wrapper wrapper) {
      inner = wrapper.unwrap();
    }
    return inner;
  }
}
