package org.azulejo.cache.googlecloud;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Renewed;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;

/**
 * Tokens of whoever we are, from where Google's own tools look for them, and in that order: the
 * configured key file, the one that the environment names, the service account of this machine.
 */
final class Identity {
  private Identity() {}

  static Source<String> of(
      Optional<Path> configured,
      Map<String, String> environment,
      Transport transport,
      InstantSource clock) {
    Source<Lent<String>> lender =
        configured
            .or(() -> named(environment))
            .<Source<Lent<String>>>map(file -> ofFile(file, transport, clock))
            .orElseGet(() -> new MachineAccount(environment, transport, clock));
    return new Renewed<>(lender, clock);
  }

  private static Optional<Path> named(Map<String, String> environment) {
    return Optional.of(environment.getOrDefault("GOOGLE_APPLICATION_CREDENTIALS", ""))
        .filter(name -> !name.isEmpty())
        .map(Path::of);
  }

  /** The file is read at each call: keys are renewed. */
  private static Source<Lent<String>> ofFile(Path file, Transport transport, InstantSource clock) {
    return () -> token(KeyFile.read(file), transport, clock);
  }

  private static Lent<String> token(KeyFile key, Transport transport, InstantSource clock)
      throws IOException, InterruptedException {
    return new ServiceAccount(key, transport, clock).get();
  }
}
