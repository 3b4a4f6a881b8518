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

  MbtilesProvider(TilesetFile file, InstantSource time) {
    this.file = file;
    this.time = time;
  }

  /** Of the file that is there now: a layer that is built anew takes what has become of it. */
  @Override
  public Set<Format> formats() {
    return Set.of(file.format());
  }

  @Override
  public Map<String, Object> metadata() {
    return file.metadata();
  }

  @Override
  public boolean scales() {
    return file.format().equals(Format.PNG) || file.format().equals(Format.JPEG);
  }

  @Override
  public Optional<Tile> tile(TileRequest request) throws Exception {
    return request.area().scale() == 2
        ? doubled(request)
        : stored(request.coordinate(), request.format());
  }

  private Optional<Tile> stored(Coordinate coordinate, Format format) throws Exception {
    return file.tile(coordinate, format)
        .map(bytes -> new EncodedTile(format, bytes, time.instant()));
  }

  private Optional<Tile> doubled(TileRequest request) throws Exception {
    int width = request.area().width();
    int height = request.area().height();
    List<BufferedImage> quarters = quarters(request.coordinate(), request.format());
    if (quarters.size() == 4) {
      return Optional.of(new ImageTile(Enlargement.join(quarters, width, height)));
    }
    Optional<Tile> single = stored(request.coordinate(), request.format());
    return single.isEmpty()
        ? single
        : Optional.of(
            new ImageTile(Enlargement.join(List.of(single.get().image()), width, height)));
  }

  /** The four tiles of the next zoom, row by row; fewer if one of them is missing. */
  private List<BufferedImage> quarters(Coordinate coordinate, Format format) throws Exception {
    var quarters = new ArrayList<BufferedImage>();
    for (int i = 0; i < 4; i++) {
      Optional<Tile> quarter = stored(quarter(coordinate, i), format);
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
