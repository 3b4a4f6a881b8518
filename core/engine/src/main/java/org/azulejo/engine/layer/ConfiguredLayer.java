package org.azulejo.engine.layer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Provider;
import org.azulejo.api.TileCache;
import org.azulejo.layer.Access;
import org.azulejo.layer.Answer;
import org.azulejo.layer.ClientCaching;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFailedException;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.LayerState;
import org.azulejo.layer.LayerWaitingException;
import org.jspecify.annotations.Nullable;

/** A layer as front ends see it, at one moment. */
public final class ConfiguredLayer implements Layer {
  private final LayerSettings settings;
  private final LayerState state;
  private final List<String> warnings;
  private final Traits traits;
  private final @Nullable LiveLayer live;
  private final TileCache cache;
  private final Tally tally;
  private final Supplier<Map<String, Object>> section;
  private final Function<String, Optional<ConfiguredLayer>> successors;
  private final Lifeline lifeline;

  private ConfiguredLayer(
      LayerSettings settings,
      LayerState state,
      List<String> warnings,
      Traits traits,
      @Nullable LiveLayer live,
      Lifeline lifeline,
      Crew crew) {
    this.settings = settings;
    this.state = state;
    this.warnings = warnings;
    this.traits = traits;
    this.live = live;
    this.lifeline = lifeline;
    this.cache = crew.cache();
    this.tally = crew.tally();
    this.section = crew.section();
    this.successors = crew.successors();
  }

  /** One that cannot be used, and why. */
  public static ConfiguredLayer failed(LayerSettings settings, String message, Crew crew) {
    return new ConfiguredLayer(
        settings,
        new LayerState.Failed(message),
        List.of(),
        Traits.NONE,
        null,
        new Lifeline(),
        crew);
  }

  /**
   * One that serves what its cache holds until its plug-ins are there.
   *
   * @param before the traits it had when it last worked
   */
  public static ConfiguredLayer waiting(
      LayerSettings settings, List<String> missing, Traits before, Crew crew) {
    var lifeline = new Lifeline();
    return new ConfiguredLayer(
        settings,
        new LayerState.Waiting(missing),
        List.of(),
        before,
        new LiveLayer(settings, crew.store(settings), null, missing, lifeline, crew),
        lifeline,
        crew);
  }

  /**
   * One that works.
   *
   * @throws RuntimeException if the provider does not even say what it has to offer
   */
  public static ConfiguredLayer active(
      LayerSettings settings, Provider provider, List<String> warnings, Crew crew) {
    Renderer renderer = crew.renderer(provider, settings);
    var lifeline = new Lifeline();
    var live = new LiveLayer(settings, crew.store(settings), renderer, List.of(), lifeline, crew);
    return new ConfiguredLayer(
        settings,
        new LayerState.Active(),
        Stream.concat(warnings.stream(), renderer.warnings().stream()).toList(),
        Traits.of(provider),
        live,
        lifeline,
        crew);
  }

  /** Ends it; what comes back is done when its last request has left. */
  public CompletionStage<Void> retire() {
    return lifeline.retire();
  }

  /** What it has to offer, to be remembered while it waits. */
  public Traits traits() {
    return traits;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public LayerState state() {
    return state;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public List<Format> formats() {
    return traits.formats();
  }

  @Override
  public Optional<Format> format(String extension) {
    for (Format format : traits.formats()) {
      if (format.answersTo(extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean scales() {
    return traits.scales();
  }

  @Override
  public int tileSize() {
    return settings.tileSize();
  }

  @Override
  public String srs() {
    return settings.projection().srs();
  }

  @Override
  public Optional<String> allowedOrigin() {
    return settings.allowedOrigin();
  }

  @Override
  public OptionalInt maximumAge() {
    return settings.maximumAge().usual();
  }

  @Override
  public Optional<ClientCaching> caching(int zoom) {
    OptionalInt maximumAge = settings.maximumAge().at(zoom);
    return maximumAge.isEmpty()
        ? Optional.empty()
        : Optional.of(settings.lifetimes().forClients(maximumAge.getAsInt()));
  }

  @Override
  public Optional<String> redirect(String extension) {
    return settings.redirects().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(settings.redirects().get(extension.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Preview preview() {
    Preview preview = settings.preview();
    if (!preview.extension().isEmpty()) {
      return preview;
    }
    List<Format> formats = traits.formats();
    String extension = formats.isEmpty() ? "png" : formats.get(0).extension();
    return new Preview(preview.latitude(), preview.longitude(), preview.zoom(), extension);
  }

  @Override
  public Coverage coverage() {
    return settings.bounds().coverage();
  }

  @Override
  public Map<String, Object> metadata() {
    return traits.metadata();
  }

  @Override
  public Access access() {
    return settings.access();
  }

  @Override
  public LayerFigures figures() {
    return tally.figures(cacheBytes());
  }

  /** A cache that fails here is not worth a failure. */
  private OptionalLong cacheBytes() {
    try {
      return cache.size();
    } catch (RuntimeException | LinkageError e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public Map<String, Object> section() {
    return section.get();
  }

  @Override
  public Optional<EncodedTile> peek(Coordinate coordinate, Format format, int scale) {
    return live == null ? Optional.empty() : counted(live.peek(coordinate, format, scale));
  }

  @Override
  public Optional<Answer.Found> read(Coordinate coordinate, Format format, int scale) {
    if (live == null || !lifeline.enter()) {
      return Optional.empty();
    }
    try {
      return counted(live.read(coordinate, format, scale));
    } finally {
      lifeline.leave();
    }
  }

  @Override
  public Answer tile(Coordinate coordinate, Format format, int scale) throws Exception {
    if (live == null) {
      var failure = new LayerFailedException(name(), ((LayerState.Failed) state).message());
      count(coordinate, failure);
      throw failure;
    }
    if (!lifeline.enter()) {
      return successor(coordinate, format, scale);
    }
    try {
      return counted(live.tile(coordinate, format, scale));
    } catch (Exception | LinkageError e) {
      if (!lifeline.isRetired() || e instanceof InterruptedException) {
        count(coordinate, e);
        throw e;
      }
    } finally {
      lifeline.leave();
    }
    // Its plug-ins went while it was drawing: that is nobody's failure but ours.
    return successor(coordinate, format, scale);
  }

  private <T> Optional<T> counted(Optional<T> cached) {
    if (cached.isPresent()) {
      tally.hit();
    }
    return cached;
  }

  private Answer counted(Answer answer) {
    if (answer instanceof Answer.None) {
      tally.absent();
    } else if (answer instanceof Answer.Found found && found.origin() == Answer.Origin.DRAWING) {
      tally.drawn();
    } else {
      tally.hit();
    }
    return answer;
  }

  /** A layer that waits for a plug-in has not failed: it is asked again. */
  private void count(Coordinate coordinate, Throwable problem) {
    if (!(problem instanceof LayerWaitingException)) {
      tally.error(coordinate.toString(), problem);
    }
  }

  private Answer successor(Coordinate coordinate, Format format, int scale) throws Exception {
    Optional<ConfiguredLayer> successor = successors.apply(name()).filter(next -> next != this);
    return successor.isEmpty()
        ? new Answer.None(Optional.empty())
        : successor.get().tile(coordinate, format, scale);
  }
}
