package org.azulejo.provider.monkeycache;

import java.util.List;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.Provider;
import org.azulejo.api.ProviderFactory;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;

/** Makes providers from sections with a {@code cache config} and a {@code layer name}. */
@Component
@PluginName({
  "monkeycache",
  "TileStache.Goodies.Providers.Monkeycache:Provider",
  "TileStache.Goodies.Providers.Monkeycache.Provider"
})
public final class MonkeycacheFactory implements ProviderFactory {
  private static final OptionKey CACHE =
      OptionKey.caches("cache config").required().means("The cache: one, of any kind.");
  private static final OptionKey LAYER =
      OptionKey.text("layer name").required().means("The layer whose tiles the cache holds.");
  private static final OptionKey FORMAT =
      OptionKey.text("format")
          .or("PNG")
          .means("The format of the tiles; one that is not known, as in the keys of the cache.");

  @Override
  public Provider create(Options options) {
    String format = options.text(FORMAT);
    if (!format.matches("\\w+")) {
      throw options.problem("format", "\"%s\" is not an extension.".formatted(format));
    }
    return new MonkeycacheProvider(cache(options), options.text(LAYER), KeyFormats.named(format));
  }

  private static TileCache cache(Options options) {
    List<TileCache> caches = options.caches(CACHE.name());
    if (caches.size() != 1) {
      throw options.problem(
          CACHE.name(), "expected one cache, found %s.".formatted(found(caches.size())));
    }
    return caches.get(0);
  }

  private static String found(int caches) {
    return caches == 0 ? "none" : Integer.toString(caches);
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(CACHE, LAYER, FORMAT);
  }
}
