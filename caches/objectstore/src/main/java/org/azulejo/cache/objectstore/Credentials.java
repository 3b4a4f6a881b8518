package org.azulejo.cache.objectstore;

import java.util.Optional;

/**
 * What a request is signed with.
 *
 * @param access the name of the key, which everybody may see
 * @param secret the key, which nobody may see
 * @param token what belongs to keys that are lent for a time
 */
public record Credentials(String access, String secret, Optional<String> token) {
  public Credentials(String access, String secret) {
    this(access, secret, Optional.empty());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return access;
  }
}
