package org.azulejo.engine;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.ProviderFactory;
import org.azulejo.engine.configuration.Configuration;
import org.azulejo.engine.configuration.ConfigurationReader;
import org.azulejo.engine.configuration.ConfigurationSource;
import org.azulejo.engine.configuration.ConfigurationWatch;
import org.azulejo.engine.edit.Editor;
import org.azulejo.engine.layer.RecentTiles;
import org.azulejo.engine.plugin.Factories;
import org.azulejo.engine.plugin.Kind;
import org.azulejo.engine.plugin.Workshop;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;
import org.azulejo.layer.Layers;
import org.azulejo.operation.ConfigurationFile;
import org.azulejo.operation.Plugin;
import org.azulejo.operation.Plugins;
import org.azulejo.operation.RefusedException;
import org.azulejo.operation.Reload;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the layers in step with the plug-ins that are there and with the configuration. When a
 * plug-in leaves, its departure waits a few seconds for the requests that still use it.
 */
@Component(
    service = {Layers.class, Plugins.class, ConfigurationFile.class, Reload.class},
    immediate = true,
    configurationPid = "org.azulejo",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Engine implements Layers, Plugins, ConfigurationFile, Reload {
  private static final Logger log = LoggerFactory.getLogger(Engine.class);
  private static final long PATIENCE_SECONDS = 5;

  private final Factories factories = new Factories();
  private final ConfigurationReader reader = new ConfigurationReader();
  private final @Nullable BiConsumer<String, String> host;
  private final Closing closing = new Closing(PATIENCE_SECONDS);
  private final Workshop workshop = new Workshop(factories, closing);
  private final Redrawers redrawers = new Redrawers();
  private final RecentTiles recent;
  private final Fleet fleet;
  private final Rehearsal rehearsal = new Rehearsal(factories, reader, InstantSource.system());
  private String setting;
  private volatile ConfigurationSource source;
  private ConfigurationWatch watch;
  private final Editor editor = new Editor(() -> source, rehearsal::of, this::isActive);

  /** The settings that concern the engine. */
  @interface Settings {
    /** Path, file, http or https address of the configuration, or a JSON object as text. */
    String configuration() default "etc/azulejo.json";

    /** How much memory may hold the tiles read from caches in the last second or two. */
    double recent_megabytes() default 32;
  }

  /**
   * @param host whoever started the framework and wants to hear how it goes
   */
  @Activate
  public Engine(
      Settings settings,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              target = "(azulejo.host=true)",
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable BiConsumer<String, String> host) {
    this.host = host;
    this.recent = new RecentTiles(bytes(settings), InstantSource.system());
    this.fleet = new Fleet(workshop, recent, redrawers, InstantSource.system());
    look(settings.configuration());
  }

  private void look(String where) {
    setting = where;
    source = ConfigurationSource.of(where);
    watch = new ConfigurationWatch(source, reader, source.stamp(), new Changes());
  }

  private static long bytes(Settings settings) {
    return (long) (settings.recent_megabytes() * (1 << 20));
  }

  /** Others have keys among these settings, too: a change of theirs disturbs nothing here. */
  @Modified
  void change(Settings changed) {
    recent.limit(bytes(changed));
    if (!changed.configuration().equals(setting)) {
      watch.close();
      look(changed.configuration());
      activate();
    }
  }

  @Activate
  void activate() {
    take();
    if (snapshot().problem().isEmpty()) {
      var report = new Report(Verdicts.of(snapshot()));
      tell(report.isGood() ? "active" : "inactive", report.text());
    }
    watch.start();
  }

  /** Reads the configuration and serves it. */
  void take() {
    watch.take();
  }

  @Deactivate
  void deactivate() {
    watch.close();
    redrawers.close();
    fleet.close();
    await(end(factory -> true));
    closing.close();
  }

  @Override
  public LayerSnapshot snapshot() {
    return fleet.snapshot();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return fleet.onChange(listener);
  }

  @Override
  public List<Plugin> plugins() {
    return factories.plugins(fleet::users);
  }

  @Override
  public void reload() throws RefusedException {
    take();
    Optional<String> problem = snapshot().problem();
    if (problem.isPresent()) {
      throw new RefusedException(problem.get());
    }
  }

  private boolean isActive(String layer) {
    return snapshot().layer(layer).filter(l -> l.state() instanceof LayerState.Active).isPresent();
  }

  @Override
  public Text read() throws RefusedException, IOException {
    return editor.read();
  }

  @Override
  public Verdict check(String json) {
    return editor.check(json);
  }

  @Override
  public Text write(String fingerprint, String json) throws RefusedException, IOException {
    return served(editor.write(fingerprint, json));
  }

  @Override
  public Text putLayer(String fingerprint, String name, String section)
      throws RefusedException, IOException {
    return served(editor.putLayer(fingerprint, name, section));
  }

  @Override
  public Text removeLayer(String fingerprint, String name) throws RefusedException, IOException {
    return served(editor.removeLayer(fingerprint, name));
  }

  @Override
  public Text undo(String fingerprint) throws RefusedException, IOException {
    return served(editor.undo(fingerprint));
  }

  /** Not by the watch alone, for that may be about to take up an older text. */
  private Text served(Text written) {
    take();
    return written;
  }

  @Reference(
      service = ProviderFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindProvider(ProviderFactory factory, Map<String, Object> properties) {
    arrive(Kind.PROVIDER, factory, properties);
  }

  void updatedProvider(ProviderFactory factory, Map<String, Object> properties) {
    change(Kind.PROVIDER, factory, properties);
  }

  void unbindProvider(ProviderFactory factory) {
    leave(Kind.PROVIDER, factory);
  }

  @Reference(
      service = CacheFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCache(CacheFactory factory, Map<String, Object> properties) {
    arrive(Kind.CACHE, factory, properties);
  }

  void updatedCache(CacheFactory factory, Map<String, Object> properties) {
    change(Kind.CACHE, factory, properties);
  }

  void unbindCache(CacheFactory factory) {
    leave(Kind.CACHE, factory);
  }

  @Reference(
      service = EffectFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindEffect(EffectFactory factory, Map<String, Object> properties) {
    arrive(Kind.EFFECT, factory, properties);
  }

  void updatedEffect(EffectFactory factory, Map<String, Object> properties) {
    change(Kind.EFFECT, factory, properties);
  }

  void unbindEffect(EffectFactory factory) {
    leave(Kind.EFFECT, factory);
  }

  private void arrive(Kind kind, Object factory, Map<String, Object> properties) {
    factories.add(kind, factory, properties);
    fleet.rebuild();
  }

  private void change(Kind kind, Object factory, Map<String, Object> properties) {
    factories.change(kind, factory, properties);
    fleet.rebuild();
  }

  private void leave(Kind kind, Object factory) {
    factories.remove(kind, factory);
    if (fleet.rebuild()) {
      await(end(gone -> gone == factory));
      recent.clear();
    }
  }

  private void take(Configuration fresh) {
    fresh.logging().ifPresent(level -> tell("logging", level));
    fleet.take(fresh);
    log.info("Serving {} layers from {}.", fresh.layers().size(), fresh.base().folder());
  }

  private void refuse(String sentence) {
    log.error("The configuration is not taken. {}", sentence);
    fleet.refuse(sentence);
    tell("failed", sentence);
  }

  private void tell(String what, String details) {
    if (host != null) {
      host.accept(what, details);
    }
  }

  /** Done when nothing is in use any more of what these factories have made. */
  private CompletableFuture<Void> end(Predicate<Object> factory) {
    return CompletableFuture.allOf(workshop.end(factory), rehearsal.end(factory));
  }

  /** Waits, a few seconds at most, until what is no longer served is closed. */
  private static void await(CompletableFuture<Void> end) {
    try {
      end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.info("A plug-in has left but is still in use; it will be closed later.");
    }
  }

  private final class Changes implements ConfigurationWatch.Listener {
    @Override
    public void changed(Configuration fresh) {
      take(fresh);
    }

    @Override
    public void refused(String sentence) {
      refuse(sentence);
    }
  }
}
