package org.azulejo.provider.proxy;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.azulejo.api.Format;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.Provider;
import org.azulejo.api.ProviderFactory;
import org.azulejo.upstream.ConnectionPool;
import org.azulejo.upstream.UpstreamOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Makes {@link ProxyProvider}s. */
@Component
@PluginName({"proxy", "TileStache.Providers:Proxy", "TileStache.Providers.Proxy"})
public final class ProxyFactory implements ProviderFactory {
  private static final List<OptionKey> OWN_KEYS =
      List.of(
          OptionKey.texts("url")
              .means(
                  "Address of the tiles, with {Z}, {X} and {Y}, and {R} for @2x where there are"
                      + " such tiles. Several are laid on top of each other."),
          OptionKey.text("provider")
              .means("In place of url: a map that is known by name, such as OPENSTREETMAP."),
          OptionKey.secret("cloudmade key").means("Key of the CLOUDMADE maps."),
          OptionKey.texts("formats")
              .means("Extensions of the tiles where they are no pictures: pbf, json, geojson."));

  private final ConnectionPool connections = new ConnectionPool("proxy");
  private final RandomGenerator random;
  private final Clock clock;

  @Activate
  public ProxyFactory() {
    this(new Random(), Clock.systemUTC());
  }

  ProxyFactory(RandomGenerator random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  @Override
  public Provider create(Options options) {
    TileAddresses addresses = addresses(options);
    Set<Format> formats = ProxyFormats.of(options, "formats");
    if (addresses.depth() > 1 && !Format.IMAGES.containsAll(formats)) {
      throw options.problem("formats", "only pictures can be laid on top of each other.");
    }
    return new ProxyProvider(addresses, formats, connections.upstream(options), clock);
  }

  private TileAddresses addresses(Options options) {
    if (options.has("url")) {
      return UrlTemplates.of(options, "url");
    }
    // TileStache's name for it in sections with "class" and "kwargs".
    String key = options.has("provider_name") ? "provider_name" : "provider";
    if (options.has(key)) {
      return KnownMapAddresses.of(options, key, random);
    }
    throw options.problem(
        "url", "an address is required here, or the name of a known map at \"provider\".");
  }

  @Override
  public List<OptionKey> keys() {
    return Stream.concat(OWN_KEYS.stream(), UpstreamOptions.KEYS.stream()).toList();
  }
}
