package org.azulejo.cache.s3;

import java.net.URI;
import org.azulejo.cache.s3server.S3Server;

/** What the tests write into a configuration. */
final class Options {
  private Options() {}

  /** For the bucket of a server. */
  static String at(URI endpoint, String more) {
    return at(endpoint, S3Server.SECRET, more);
  }

  static String at(URI endpoint, String secret, String more) {
    return "{'bucket': '%s', 'endpoint': '%s', 'access': '%s', 'secret': '%s', 'timeout': 5%s}"
        .formatted(S3Server.BUCKET, endpoint, S3Server.ACCESS, secret, more);
  }
}
