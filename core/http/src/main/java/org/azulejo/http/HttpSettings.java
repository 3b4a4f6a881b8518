package org.azulejo.http;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The keys of the configuration {@code org.azulejo} that the web front reads. */
@ComponentPropertyType
@interface HttpSettings {
  /** Name or address to listen at. */
  String host() default "127.0.0.1";

  /** Port for HTTP/1.1 and HTTP/2 without TLS; 0 takes any free one, -1 none. */
  int port() default 8080;

  /** Threads that make tiles; 0 for four to a processor and at least 16. */
  int workers() default 0;

  /** Requests that may wait for such a thread, and as many again for a plug-in. */
  int queue() default 1024;

  /** {@code grace.seconds}: how long a request waits for a plug-in. */
  int grace_seconds() default 5;

  /** {@code idle.seconds}: after which a silent connection is closed. */
  int idle_seconds() default 30;

  /** Connections open at a time. */
  int connections() default 10_000;

  /** {@code tls.port}: port for TLS; 0 takes any free one, -1 none. */
  int tls_port() default -1;

  /** {@code tls.keystore}: a PKCS12 file with certificate and key. */
  String tls_keystore() default "";

  /** {@code tls.password}: the password of that file. */
  String tls_password() default "";

  /** {@code metrics.port}: a door for {@code /metrics} and {@code /health} alone; -1 for none. */
  int metrics_port() default -1;

  /** {@code access.log}: a file with {@code yyyy_mm_dd} in its name; none without it. */
  String access_log() default "";

  /** {@code forwarded.headers}: whether to believe {@code X-Forwarded-*}, as behind a proxy. */
  boolean forwarded_headers() default false;
}
