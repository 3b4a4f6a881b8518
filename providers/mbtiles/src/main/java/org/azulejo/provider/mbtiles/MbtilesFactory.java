package org.azulejo.provider.mbtiles;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.Provider;
import org.azulejo.api.ProviderFactory;
import org.osgi.service.component.annotations.Component;

/** Makes providers from sections with a {@code tileset}. */
@Component
@PluginName({"mbtiles", "TileStache.MBTiles:Provider", "TileStache.MBTiles.Provider"})
public final class MbtilesFactory implements ProviderFactory {
  @Override
  public Provider create(Options options) {
    try {
      var file = TilesetFile.open(options.path("tileset"), System::nanoTime);
      return new MbtilesProvider(file, InstantSource.system());
    } catch (IOException e) {
      throw options.problem(
          "tileset", "\"%s\" %s".formatted(options.text("tileset"), e.getMessage()));
    }
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(OptionKey.path("tileset").required().means("Path of the MBTiles file."));
  }
}
