package org.azulejo.http;

import java.io.File;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;
import org.azulejo.http.exchange.LookaheadEndPoint;
import org.eclipse.jetty.alpn.java.server.JDK9ServerALPNProcessor;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.hpack.HpackFieldPreEncoder;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes the doors of the server: one for HTTP/1.1 and HTTP/2 as they come, one with TLS. */
final class Connectors {
  /** Name of the connector for those who watch the server. */
  static final String MONITOR = "monitor";

  private static final int LONGEST_HEAD = 8192;

  private final Server server;
  private final Settings settings;

  Connectors(Server server, Settings settings) {
    this.server = server;
    this.settings = settings;
  }

  /**
   * Has Jetty find the encoder of HTTP/2 headers, which it looks for once in its life by way of the
   * thread's class loader. Where bundles are apart, every answer in HTTP/2 fails without this.
   */
  static void findPreEncoder() {
    withLoaderOf(
        HpackFieldPreEncoder.class,
        () -> new PreEncodedHttpField("X-Content-Type-Options", "nosniff"));
  }

  ServerConnector plain() {
    return plain(settings.port());
  }

  /** The door for those who watch the server. */
  ServerConnector monitor() {
    ServerConnector connector = plain(settings.metricsPort());
    connector.setName(MONITOR);
    return connector;
  }

  private ServerConnector plain(int port) {
    HttpConfiguration http = http();
    return connector(
        port, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
  }

  /**
   * @throws StartFailure if the certificate cannot be read
   */
  ServerConnector tls() throws StartFailure {
    HttpConfiguration http = http();
    // There is one certificate, and one site behind every name: none has to fit the other.
    http.addCustomizer(new SecureRequestCustomizer(false));
    var alpn =
        withLoaderOf(
            JDK9ServerALPNProcessor.class, () -> new ALPNServerConnectionFactory("h2", "http/1.1"));
    alpn.setDefaultProtocol("http/1.1");
    return connector(
        settings.tls().port(),
        new SslConnectionFactory(certificate(), alpn.getProtocol()),
        alpn,
        new HTTP2ServerConnectionFactory(http),
        new HttpConnectionFactory(http));
  }

  private ServerConnector connector(int port, ConnectionFactory... protocols) {
    var connector =
        new ServerConnector(server, 1, -1, protocols) {
          @Override
          protected SocketChannelEndPoint newEndPoint(
              SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            var endPoint =
                new LookaheadEndPoint(channel, selector, key, getScheduler(), getExecutor());
            endPoint.setIdleTimeout(getIdleTimeout());
            return endPoint;
          }
        };
    connector.setHost(settings.host());
    connector.setPort(port);
    connector.setIdleTimeout(settings.idle().toMillis());
    return connector;
  }

  /** Paths are taken as they come: names of layers may look odd, and nothing is opened by path. */
  private static HttpConfiguration http() {
    var http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LONGEST_HEAD);
    // It would take up some 100 kB for each connection, to spare the parsing of a few headers.
    http.setHeaderCacheSize(0);
    return http;
  }

  private SslContextFactory.Server certificate() throws StartFailure {
    var tls = new SslContextFactory.Server();
    checkKeystore();
    tls.setKeyStorePath(settings.tls().keystore());
    tls.setKeyStoreType("PKCS12");
    tls.setKeyStorePassword(settings.tls().password());
    try {
      tls.start();
      return tls;
    } catch (Exception e) {
      throw new StartFailure(
          "tls.keystore: \"%s\" cannot be used with tls.password: %s."
              .formatted(settings.tls().keystore(), e.getMessage()),
          e);
    }
  }

  private void checkKeystore() throws StartFailure {
    String keystore = settings.tls().keystore();
    if (keystore.isBlank()) {
      throw new StartFailure("tls.port is set, and tls.keystore is missing.");
    }
    if (!new File(keystore).canRead()) {
      throw new StartFailure(
          "tls.keystore: there is no file \"%s\" that can be read.".formatted(keystore));
    }
  }

  private static <T> T withLoaderOf(Class<?> type, Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(type.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
