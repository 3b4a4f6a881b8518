package org.azulejo.upstream;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.azulejo.api.Options;
import org.azulejo.api.UpstreamException;
import org.jspecify.annotations.Nullable;

/**
 * The connections that all upstreams of a plug-in share, so that a thousand layers need no more
 * than one does: opened at the first request, closed with the last upstream. Safe for many threads.
 *
 * <p>The client's own thread ends when the last reference to the client is gone: Java 17 knows no
 * other way. So nothing keeps one beyond that.
 */
public final class ConnectionPool {
  private final String name;
  private final ProxySelector proxies;
  private int users;
  private @Nullable Opened opened;

  /**
   * @param name for the threads
   */
  public ConnectionPool(String name) {
    this(name, new EnvironmentProxies(System.getenv(), ProxySelector.getDefault()));
  }

  ConnectionPool(String name, ProxySelector proxies) {
    this.name = name;
    this.proxies = proxies;
  }

  /** One that asks as the section says; see {@link UpstreamOptions#of}. To be closed. */
  public Upstream upstream(Options options) {
    return upstream(options, InetAddress::getAllByName);
  }

  Upstream upstream(Options options, Redirects.Lookup lookup) {
    var read = UpstreamOptions.of(options);
    return new Upstream(read, new Redirects(lookup, this::isDirect), line());
  }

  private boolean isDirect(URI address) {
    return proxies.select(address).stream().noneMatch(proxy -> proxy.type() == Proxy.Type.HTTP);
  }

  private synchronized Line line() {
    users++;
    return new Line(this);
  }

  HttpClient client() throws UpstreamException {
    return opened().client();
  }

  /** Has the task done by one of the threads. */
  <T> CompletableFuture<T> submit(Callable<T> task) throws UpstreamException {
    var outcome = new CompletableFuture<T>();
    opened().workers().execute(() -> complete(outcome, task));
    return outcome;
  }

  private static <T> void complete(CompletableFuture<T> outcome, Callable<T> task) {
    try {
      outcome.complete(task.call());
    } catch (Exception | Error e) {
      outcome.completeExceptionally(e);
    }
  }

  private synchronized Opened opened() throws UpstreamException {
    if (users == 0) {
      throw Line.closed();
    }
    if (opened == null) {
      opened = open(new Workers("azulejo-" + name));
    }
    return opened;
  }

  private Opened open(Workers workers) {
    HttpClient client =
        HttpClient.newBuilder()
            .executor(workers)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(proxies)
            // Its HTTP/2 gives up where a server's limit of streams is reached.
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    return new Opened(client, workers);
  }

  /** For one user less. */
  synchronized void leave() {
    users--;
    if (users == 0 && opened != null) {
      opened.workers().close();
      opened = null;
    }
  }

  private record Opened(HttpClient client, Workers workers) {}
}
