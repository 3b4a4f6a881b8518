package org.azulejo.cache.azure;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables by which Azure's own tools are told who they are. */
record Environment(Map<String, String> variables) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }

  /** Whether nobody on the way can read what is sent there. */
  static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || "http".equals(address.getScheme()) && HERE.contains(address.getHost());
  }
}
