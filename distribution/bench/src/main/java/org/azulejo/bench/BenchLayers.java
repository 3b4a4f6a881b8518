package org.azulejo.bench;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.AreaProvider;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.ImageTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.engine.image.Decoder;
import org.azulejo.engine.layer.ConfiguredLayer;
import org.azulejo.engine.layer.Crew;
import org.azulejo.engine.layer.LayerSettings;
import org.azulejo.engine.layer.RecentTiles;
import org.azulejo.engine.layer.Tally;
import org.azulejo.layer.Layer;
import org.azulejo.testkit.TestOptions;

/** Layers of which all but the step in question costs nothing. */
final class BenchLayers {
  private BenchLayers() {}

  /** One whose drawing is there already. */
  static Layer of(String settings, BufferedImage drawing, TileCache cache) {
    var clock = InstantSource.system();
    var recent = new RecentTiles(0, clock);
    var crew =
        new Crew(
            cache,
            List.of(),
            recent,
            new Decoder(),
            clock,
            new Tally(clock, System::nanoTime),
            Runnable::run,
            Map::of,
            name -> Optional.empty());
    AreaProvider provider = area -> Optional.of(new ImageTile(drawing));
    return ConfiguredLayer.active(
        LayerSettings.of("bench", TestOptions.of(settings), TestOptions.of("{}"), World.MERCATOR),
        provider,
        List.of(),
        crew);
  }

  /** Keeps nothing, so that every tile is drawn. */
  static final class NoCache implements TileCache {
    @Override
    public Optional<EncodedTile> read(TileKey key) {
      return Optional.empty();
    }

    @Override
    public void write(TileKey key, EncodedTile tile, Duration lifespan) {}

    @Override
    public void remove(TileKey key) {}
  }
}
