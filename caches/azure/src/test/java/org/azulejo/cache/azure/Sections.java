package org.azulejo.cache.azure;

import java.net.URI;

/** What the tests write into a configuration. */
final class Sections {
  private Sections() {}

  /** For Azurite's container, by the key of its account. */
  static String byKey(URI endpoint, String more) {
    return byKey(endpoint, Azurite.KEY, more);
  }

  static String byKey(URI endpoint, String key, String more) {
    return "{'container': '%s', 'account': '%s', 'key': '%s', 'endpoint': '%s'%s}"
        .formatted(Azurite.CONTAINER, Azurite.ACCOUNT, key, endpoint, more);
  }

  static String bySignature(URI endpoint, String signature) {
    return "{'container': '%s', 'sas': '%s', 'endpoint': '%s'}"
        .formatted(Azurite.CONTAINER, signature, endpoint);
  }

  static String connected(String connection) {
    return "{'container': '%s', 'connection string': '%s'}"
        .formatted(Azurite.CONTAINER, connection);
  }
}
