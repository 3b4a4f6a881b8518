package org.azulejo.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.util.concurrent.CountDownLatch;
import org.azulejo.testkit.TestOptions;

/** What the tests of this package have in common. */
final class Asking {
  private Asking() {}

  static Upstream upstream(String json) {
    return upstream(json, InetAddress::getAllByName);
  }

  /** For this one, "localhost" is a server out in the Internet. */
  static Upstream foreign(String json) {
    return upstream(
        json,
        host ->
            new InetAddress[] {
              InetAddress.getByName(host.equals("localhost") ? "93.184.216.34" : host)
            });
  }

  static Upstream upstream(String json, Redirects.Lookup lookup) {
    var pool = new ConnectionPool("test", ProxySelector.of(null));
    return pool.upstream(TestOptions.of(json), lookup);
  }

  static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  static void pause(long milliseconds) throws IOException {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
