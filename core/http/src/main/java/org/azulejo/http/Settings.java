package org.azulejo.http;

import java.time.Duration;

/**
 * How the server is to run.
 *
 * @param port -1 for none, 0 for any
 * @param workers threads that make tiles
 * @param queue requests that may wait for one of them, and as many again for a plug-in
 * @param grace how long a request waits for a plug-in
 * @param idle after which a silent connection is closed
 * @param connections open at a time
 * @param metricsPort of the door for metrics and health alone; -1 for none, 0 for any
 * @param accessLog file, with {@code yyyy_mm_dd} in its name; blank for none
 * @param forwarded whether {@code X-Forwarded-*} headers are believed
 */
record Settings(
    String host,
    int port,
    int workers,
    int queue,
    Duration grace,
    Duration idle,
    int connections,
    Tls tls,
    int metricsPort,
    String accessLog,
    boolean forwarded) {

  /**
   * @param port -1 for none, 0 for any
   * @param keystore path of a PKCS12 file
   */
  record Tls(int port, String keystore, String password) {
    static final Tls NONE = new Tls(-1, "", "");

    @Override
    public String toString() {
      return "TLS on port " + port;
    }
  }

  static Settings of(HttpSettings settings) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Settings(
        settings.host(),
        settings.port(),
        settings.workers() > 0 ? settings.workers() : Math.max(16, 4 * processors),
        Math.max(1, settings.queue()),
        Duration.ofSeconds(Math.max(0, settings.grace_seconds())),
        Duration.ofSeconds(Math.max(1, settings.idle_seconds())),
        Math.max(1, settings.connections()),
        new Tls(settings.tls_port(), settings.tls_keystore(), settings.tls_password()),
        settings.metrics_port(),
        settings.access_log().strip(),
        settings.forwarded_headers());
  }
}
