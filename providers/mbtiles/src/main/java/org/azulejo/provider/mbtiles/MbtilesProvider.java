package org.azulejo.provider.mbtiles;

import java.awt.image.BufferedImage;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;

/** The tiles of one file. Safe for many threads. */
final class MbtilesProvider implements TileProvider {
  private final TilesetFile file;
  private final InstantSource time;
  private final Format format;
  private final Map<String, Object> metadata;

  /** What the file is now decides the formats; a later one of another format is refused. */
  MbtilesProvider(TilesetFile file, InstantSource time) {
    this.file = file;
    this.time = time;
    this.format = file.format();
    this.metadata = file.metadata();
  }

  @Override
  public Set<Format> formats() {
    return Set.of(format);
  }

  @Override
  public Map<String, Object> metadata() {
    return metadata;
  }

  @Override
  public boolean scales() {
    return format.equals(Format.PNG) || format.equals(Format.JPEG);
  }

  @Override
  public Optional<Tile> tile(TileRequest request) throws Exception {
    return request.area().scale() == 2 ? doubled(request) : stored(request.coordinate());
  }

  private Optional<Tile> stored(Coordinate coordinate) throws Exception {
    return file.tile(coordinate, format)
        .map(bytes -> new EncodedTile(format, bytes, time.instant()));
  }

  private Optional<Tile> doubled(TileRequest request) throws Exception {
    int width = request.area().width();
    int height = request.area().height();
    List<BufferedImage> quarters = quarters(request.coordinate());
    if (quarters.size() == 4) {
      return Optional.of(new ImageTile(Enlargement.join(quarters, width, height)));
    }
    Optional<Tile> single = stored(request.coordinate());
    return single.isEmpty()
        ? single
        : Optional.of(
            new ImageTile(Enlargement.join(List.of(single.get().image()), width, height)));
  }

  /** The four tiles of the next zoom, row by row; fewer if one of them is missing. */
  private List<BufferedImage> quarters(Coordinate coordinate) throws Exception {
    var quarters = new ArrayList<BufferedImage>();
    for (int i = 0; i < 4; i++) {
      Optional<Tile> quarter = stored(quarter(coordinate, i));
      if (quarter.isEmpty()) {
        break;
      }
      quarters.add(quarter.get().image());
    }
    return quarters;
  }

  private static Coordinate quarter(Coordinate parent, int index) {
    return new Coordinate(
        parent.zoom() + 1, 2 * parent.column() + index % 2, 2 * parent.row() + index / 2);
  }

  @Override
  public void close() throws SQLException {
    file.close();
  }
}
