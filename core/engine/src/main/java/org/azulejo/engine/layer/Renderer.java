package org.azulejo.engine.layer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.Area;
import org.azulejo.api.AreaProvider;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Effect;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Envelope;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Provider;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.UpstreamException;
import org.azulejo.engine.image.Decoder;
import org.azulejo.engine.image.Encoder;

/** Draws a block, lets the effects at it, cuts it and encodes the tiles. */
final class Renderer {
  private final Provider provider;
  private final List<Effect> effects;
  private final LayerSettings settings;
  private final Metatile metatile;
  private final Decoder decoder;
  private final InstantSource clock;

  Renderer(
      Provider provider,
      List<Effect> effects,
      LayerSettings settings,
      Decoder decoder,
      InstantSource clock) {
    this.provider = provider;
    this.effects = effects;
    this.settings = settings;
    this.metatile = provider instanceof AreaProvider ? settings.metatile() : Metatile.SINGLE;
    this.decoder = decoder;
    this.clock = clock;
  }

  /** The settings that make no difference to this provider. */
  List<String> warnings() {
    var warnings = new ArrayList<String>();
    if (!metatile.equals(settings.metatile())) {
      warnings.add(
          "layers.%s.metatile is not used: the provider makes one tile at a time."
              .formatted(settings.name()));
    }
    if (!effects.isEmpty() && provider.formats().stream().noneMatch(Format::isImage)) {
      warnings.add(
          "layers.%s.pixel effect is not used: the provider makes no pictures."
              .formatted(settings.name()));
    }
    return warnings;
  }

  /** The tiles drawn together with this one. */
  Block blockAround(Coordinate coordinate) {
    return metatile.around(coordinate, settings.projection());
  }

  /** The tiles of the block; none where the provider has none. */
  Map<Coordinate, EncodedTile> render(Block block, Format format, int scale) throws Exception {
    Optional<Tile> drawing = draw(block, format, scale);
    if (drawing.isEmpty()) {
      return Map.of();
    }
    Tile tile = drawing.get();
    if (tile instanceof EncodedTile encoded && isFinished(encoded, block, format)) {
      return Map.of(block.first(), encoded);
    }
    if (!format.isImage()) {
      throw new IOException("The provider made %s where %s was asked for.".formatted(tile, format));
    }
    return cut(changed(pixels(tile, block, scale)), block, format, scale);
  }

  private Optional<Tile> draw(Block block, Format format, int scale) throws Exception {
    Area area = area(block, scale);
    if (provider instanceof AreaProvider drawer) {
      return drawer.draw(area);
    }
    return ((TileProvider) provider).tile(new TileRequest(block.first(), area, format));
  }

  private Area area(Block block, int scale) {
    Coordinate first = block.first();
    var last =
        new Coordinate(
            first.zoom(), first.column() + block.columns() - 1, first.row() + block.rows() - 1);
    Envelope tile = settings.projection().envelope(first);
    double share = (double) block.buffer() / settings.tileSize();
    return new Area(
        settings.projection(),
        tile.join(settings.projection().envelope(last))
            .grow(share * tile.width(), share * tile.height()),
        edge(block.columns(), block.buffer()) * scale,
        edge(block.rows(), block.buffer()) * scale,
        first.zoom(),
        scale);
  }

  private int edge(int tiles, int buffer) {
    return tiles * settings.tileSize() + 2 * buffer;
  }

  private boolean isFinished(EncodedTile tile, Block block, Format format) {
    return tile.format().equals(format)
        && block.isPlain()
        && (!format.isImage() || effects.isEmpty() && settings.passesOn(format));
  }

  private BufferedImage pixels(Tile tile, Block block, int scale) throws IOException {
    boolean isForeign = tile instanceof EncodedTile;
    BufferedImage image =
        tile instanceof EncodedTile encoded ? decoded(encoded) : ((ImageTile) tile).image();
    if (isForeign && block.isPlain()) {
      return image;
    }
    int width = edge(block.columns(), block.buffer()) * scale;
    int height = edge(block.rows(), block.buffer()) * scale;
    if (image.getWidth() != width || image.getHeight() != height) {
      throw wrongSize(image, width, height, isForeign);
    }
    return image;
  }

  private BufferedImage decoded(EncodedTile tile) throws IOException {
    try {
      return decoder.decode(tile);
    } catch (IOException e) {
      throw new UpstreamException(e.getMessage(), e);
    }
  }

  private static IOException wrongSize(
      BufferedImage image, int width, int height, boolean isForeign) {
    String sentence =
        "The provider returned the wrong image size: %d x %d instead of %d x %d pixels."
            .formatted(image.getWidth(), image.getHeight(), width, height);
    return isForeign ? new UpstreamException(sentence) : new IOException(sentence);
  }

  private BufferedImage changed(BufferedImage drawing) throws Exception {
    BufferedImage changed = drawing;
    for (Effect effect : effects) {
      changed = effect.apply(dense(changed));
      if (changed.getWidth() != drawing.getWidth() || changed.getHeight() != drawing.getHeight()) {
        throw new IOException(
            "A pixel effect returned %d x %d instead of %d x %d pixels."
                .formatted(
                    changed.getWidth(),
                    changed.getHeight(),
                    drawing.getWidth(),
                    drawing.getHeight()));
      }
    }
    return changed;
  }

  /** Effects are promised an array of their own: a part of a larger picture is copied. */
  private static BufferedImage dense(BufferedImage image) {
    if (image.getRaster().getParent() == null) {
      return image;
    }
    var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
    image.copyData(copy.getRaster());
    return copy;
  }

  private Map<Coordinate, EncodedTile> cut(
      BufferedImage drawing, Block block, Format format, int scale) throws IOException {
    Encoder encoder = settings.encoders().encoder(format);
    var tiles = new LinkedHashMap<Coordinate, EncodedTile>();
    int edge = settings.tileSize() * scale;
    for (Coordinate coordinate : block.coordinates()) {
      BufferedImage image = drawing;
      if (!block.isPlain()) {
        int x = (coordinate.column() - block.first().column()) * edge + block.buffer() * scale;
        int y = (coordinate.row() - block.first().row()) * edge + block.buffer() * scale;
        image = drawing.getSubimage(x, y, edge, edge);
      }
      tiles.put(coordinate, new EncodedTile(format, encoder.encode(image), clock.instant()));
    }
    return tiles;
  }
}
