package org.azulejo.provider.sandwich;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.azulejo.api.Area;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Options;
import org.azulejo.api.Projection;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.TileSource;
import org.azulejo.testkit.TestOptions;

/** Makes sandwiches, and tiles of them. */
final class Sandwiches {
  private static final Projection MERCATOR = TestOptions.projection("spherical mercator");

  private Sandwiches() {}

  /**
   * @param stack what stands at {@code stack}
   */
  static TileProvider of(String stack, TileSource... layers) {
    return of(stack, Path.of(""), layers);
  }

  static TileProvider of(String stack, Path folder, TileSource... layers) {
    return of(TestOptions.of("{'stack': " + stack + "}", folder, layers));
  }

  static TileProvider of(Options options) {
    return (TileProvider) new SandwichFactory().create(options);
  }

  /** Pixels of a tile of 2 x 2. */
  static int[] pixels(String stack, TileSource... layers) throws Exception {
    return pixels(image(of(stack, layers), new Coordinate(3, 0, 0), 2, 1));
  }

  static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  static BufferedImage image(TileProvider provider, Coordinate coordinate, int size, int scale)
      throws Exception {
    var envelope = MERCATOR.envelope(coordinate);
    var area = new Area(MERCATOR, envelope, size * scale, size * scale, coordinate.zoom(), scale);
    var tile = provider.tile(new TileRequest(coordinate, area, Format.PNG)).orElseThrow();
    return ((ImageTile) tile).image();
  }
}
