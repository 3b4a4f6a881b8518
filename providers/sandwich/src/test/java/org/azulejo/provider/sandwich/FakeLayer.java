package org.azulejo.provider.sandwich;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Tile;
import org.azulejo.api.TileSource;

/** A layer that gives the same picture everywhere, or none, and remembers how it was asked. */
final class FakeLayer implements TileSource {
  final List<String> asked = new ArrayList<>();
  final Optional<BufferedImage> image;
  private final String name;
  private final boolean scales;
  private final Set<Format> formats;

  FakeLayer(String name, Optional<BufferedImage> image, boolean scales, Set<Format> formats) {
    this.name = name;
    this.image = image;
    this.scales = scales;
    this.formats = formats;
  }

  /** Of one pixel in each corner of 2 x 2. */
  static FakeLayer of(String name, int... pixels) {
    return new FakeLayer(name, Optional.of(image(pixels)), false, Format.IMAGES);
  }

  static FakeLayer empty(String name) {
    return new FakeLayer(name, Optional.empty(), false, Format.IMAGES);
  }

  /** A square picture of these pixels. */
  static BufferedImage image(int... pixels) {
    int side = (int) Math.sqrt(pixels.length);
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, side, side, pixels, 0, side);
    return image;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Format> formats() {
    return formats;
  }

  @Override
  public Optional<Tile> tile(Coordinate coordinate, Format format, int scale) {
    asked.add(coordinate + "." + format + " x" + scale);
    return image.map(ImageTile::new);
  }

  @Override
  public boolean scales() {
    return scales;
  }
}
