package org.azulejo.cache.s3;

import java.util.Map;
import java.util.Optional;
import org.azulejo.cache.objectstore.Credentials;

/** Keys among named values. */
final class KeyPair {
  private KeyPair() {}

  /** Empty unless both the access key and the secret are there. */
  static Optional<Credentials> of(
      Map<String, String> values, String access, String secret, String token) {
    Optional<String> accessKey = value(values, access);
    Optional<String> secretKey = value(values, secret);
    return accessKey.isPresent() && secretKey.isPresent()
        ? Optional.of(new Credentials(accessKey.get(), secretKey.get(), value(values, token)))
        : Optional.empty();
  }

  private static Optional<String> value(Map<String, String> values, String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }
}
