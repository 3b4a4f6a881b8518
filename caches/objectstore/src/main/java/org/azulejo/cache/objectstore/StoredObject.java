package org.azulejo.cache.objectstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An object as it was when it was asked for.
 *
 * @param changed to the second
 * @param version differs between different values; empty if the store does not tell
 */
record StoredObject(byte[] bytes, Instant changed, String version) {
  boolean holds(String text) {
    return text().equals(text);
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
