package org.azulejo.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EffectFactory;
import org.azulejo.api.ProviderFactory;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.Configuration;
import org.azulejo.engine.configuration.ConfigurationReader;
import org.azulejo.engine.configuration.ConfigurationSource;
import org.azulejo.engine.configuration.ConfigurationWatch;
import org.azulejo.engine.layer.RecentTiles;
import org.azulejo.engine.plugin.Factories;
import org.azulejo.engine.plugin.Kind;
import org.azulejo.engine.plugin.Workshop;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
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
    service = Layers.class,
    configurationPid = "org.azulejo",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Engine implements Layers {
  private static final Logger log = LoggerFactory.getLogger(Engine.class);
  private static final long PATIENCE_SECONDS = 5;

  private final Factories factories = new Factories();
  private final ConfigurationReader reader = new ConfigurationReader();
  private final ConfigurationSource source;
  private final @Nullable BiConsumer<String, String> host;
  private final ExecutorService closing =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "azulejo-closing"));
  private final Fleet fleet;
  private final ConfigurationWatch watch;
  private volatile boolean isActive;

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
    this.source = ConfigurationSource.of(settings.configuration());
    var recent =
        new RecentTiles((long) (settings.recent_megabytes() * (1 << 20)), InstantSource.system());
    this.fleet = new Fleet(new Workshop(factories, closing), recent, InstantSource.system());
    this.watch = new ConfigurationWatch(source, reader, source.stamp(), new Changes());
  }

  @Activate
  void activate() {
    isActive = true;
    try {
      take(source.read(reader));
    } catch (ConfigurationException e) {
      refuse(e.getMessage());
      tell("failed", e.getMessage());
    }
    watch.start();
  }

  @Deactivate
  void deactivate() {
    isActive = false;
    watch.close();
    await(fleet.take(Configuration.none(Base.of(Path.of("")))));
    closing.shutdown();
  }

  @Override
  public LayerSnapshot snapshot() {
    return fleet.snapshot();
  }

  @Override
  public Subscription onChange(Runnable listener) {
    return fleet.onChange(listener);
  }

  @Reference(
      service = ProviderFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindProvider(ProviderFactory factory, Map<String, Object> properties) {
    arrive(Kind.PROVIDER, factory, properties);
  }

  void unbindProvider(ProviderFactory factory) {
    leave(factory);
  }

  @Reference(
      service = CacheFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCache(CacheFactory factory, Map<String, Object> properties) {
    arrive(Kind.CACHE, factory, properties);
  }

  void unbindCache(CacheFactory factory) {
    leave(factory);
  }

  @Reference(
      service = EffectFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindEffect(EffectFactory factory, Map<String, Object> properties) {
    arrive(Kind.EFFECT, factory, properties);
  }

  void unbindEffect(EffectFactory factory) {
    leave(factory);
  }

  private void arrive(Kind kind, Object factory, Map<String, Object> properties) {
    factories.add(kind, factory, properties);
    if (isActive) {
      fleet.rebuild();
    }
  }

  private void leave(Object factory) {
    factories.remove(factory);
    if (isActive) {
      await(fleet.rebuild());
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
  }

  private void tell(String what, String details) {
    if (host != null) {
      host.accept(what, details);
    }
  }

  /** Waits, a few seconds at most, until nobody uses what was before and it is closed. */
  private void await(CompletableFuture<Void> end) {
    try {
      end.thenRunAsync(() -> {}, closing).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.info("A request still uses a plug-in that has left; it goes on without waiting for it.");
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
