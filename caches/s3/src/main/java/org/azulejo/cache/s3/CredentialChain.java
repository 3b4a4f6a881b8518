package org.azulejo.cache.s3;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.azulejo.cache.objectstore.Credentials;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.objectstore.UnreachableException;

/**
 * Keys that do not stand in the configuration, from where Amazon's own tools look for them, and in
 * that order: variables of the environment, a profile of the credentials file, the role of a
 * container, the role of a virtual machine.
 */
final class CredentialChain implements Source<Lent<Credentials>> {
  /** The file may be changed by whoever renews what stands in it. */
  private static final Duration FILE_IS_GOOD = Duration.ofMinutes(10);

  private final Map<String, String> environment;
  private final ProfileFile file;
  private final ContainerRole container;
  private final MachineRole machine;
  private final InstantSource clock;

  CredentialChain(
      Map<String, String> environment, Path home, Transport transport, InstantSource clock) {
    this.environment = environment;
    this.file = ProfileFile.of(environment, home);
    this.container = new ContainerRole(environment, transport);
    this.machine = new MachineRole(environment, transport);
    this.clock = clock;
  }

  @Override
  public Lent<Credentials> get() throws IOException, InterruptedException {
    Optional<Credentials> given =
        KeyPair.of(environment, "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");
    if (given.isPresent()) {
      return new Lent<>(given.get());
    }
    Optional<Credentials> kept = file.credentials();
    if (kept.isPresent()) {
      return new Lent<>(kept.get(), clock.instant().plus(FILE_IS_GOOD));
    }
    return container.isThere() ? container.get() : ofMachine();
  }

  private Lent<Credentials> ofMachine() throws IOException, InterruptedException {
    try {
      return machine.get();
    } catch (IOException e) {
      throw new UnreachableException(
          "There are no keys for S3: give it \"access\" and \"secret\", set AWS_ACCESS_KEY_ID and"
              + " AWS_SECRET_ACCESS_KEY, write the profile \"%s\" into the credentials file, or give"
                  .formatted(file.profile())
              + " this machine a role (%s)".formatted(e.getMessage()),
          e);
    }
  }
}
