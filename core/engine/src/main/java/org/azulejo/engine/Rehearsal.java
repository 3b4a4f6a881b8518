package org.azulejo.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.azulejo.api.ConfigurationException;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Configuration;
import org.azulejo.engine.configuration.ConfigurationReader;
import org.azulejo.engine.layer.RecentTiles;
import org.azulejo.engine.plugin.Factories;
import org.azulejo.engine.plugin.Workshop;
import org.azulejo.operation.ConfigurationFile.Verdict;

/**
 * Builds the layers of a configuration to see what becomes of them, with providers, caches and
 * effects of their own, and closes everything again. Nobody else gets to see them. One at a time.
 */
final class Rehearsal {
  private final Factories factories;
  private final ConfigurationReader reader;
  private final InstantSource clock;
  private volatile Workshop workshop;

  Rehearsal(Factories factories, ConfigurationReader reader, InstantSource clock) {
    this.factories = factories;
    this.reader = reader;
    this.clock = clock;
    this.workshop = workshop();
  }

  /**
   * @param base where the relative references of the text start from
   */
  synchronized Verdict of(String json, Base base) {
    try {
      return of(reader.read(json.getBytes(UTF_8), base));
    } catch (ConfigurationException e) {
      return new Verdict(Optional.of(e.getMessage()), List.of());
    }
  }

  private Verdict of(Configuration configuration) {
    workshop = workshop();
    try (var fleet = new Fleet(workshop, new RecentTiles(0, clock), drawing -> {}, clock)) {
      fleet.take(configuration);
      return new Verdict(Optional.empty(), Verdicts.of(fleet.snapshot()));
    }
  }

  /** Closes at once, and not later. */
  private Workshop workshop() {
    return new Workshop(factories, Runnable::run);
  }

  /** Done when nothing is alive any more of what these factories have made for it so far. */
  CompletableFuture<Void> end(Predicate<Object> factory) {
    return workshop.end(factory);
  }
}
