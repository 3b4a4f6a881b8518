package org.azulejo;

import java.util.Optional;

/** What a command line asks for. */
sealed interface Command {
  /** To serve tiles; what is empty stands in {@code etc/org.azulejo.cfg}. */
  record Serve(
      Optional<String> configuration,
      Optional<String> host,
      Optional<Integer> port,
      boolean hasShell)
      implements Command {}

  /** To be told how the layers fare, without serving them; which ones as for {@link Serve}. */
  record Check(Optional<String> configuration) implements Command {}

  /** To be told how it is used. */
  record Help() implements Command {}

  /** To be told the version. */
  record Version() implements Command {}
}
