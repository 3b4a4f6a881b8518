package org.azulejo.layer;

import java.util.Optional;
import java.util.Set;

/** Who may have the tiles of a layer. */
public sealed interface Access {
  /** Everybody. */
  record Open() implements Access {}

  /**
   * Whoever has a key, or an address that was signed and has not expired.
   *
   * @param keys SHA-256 of each key in UTF-8, in lower-case hexadecimal digits
   * @param signingKey with which addresses are signed: {@code HMAC-SHA256(signing key, LAYER + "\n"
   *     + EXPIRES)} in base64 for URLs without padding, where EXPIRES is a time in seconds since
   *     1970
   */
  record Restricted(Set<String> keys, Optional<String> signingKey) implements Access {
    public Restricted {
      keys = Set.copyOf(keys);
    }

    /** What is secret is not shown. */
    @Override
    public String toString() {
      return "Restricted";
    }
  }
}
