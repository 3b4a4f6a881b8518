package org.azulejo.provider.mbtiles;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;

/** An open MBTiles file. Safe for many threads; not to be used when closed. */
record Tileset(Format format, Map<String, Object> metadata, ReaderPool readers)
    implements AutoCloseable {
  /** Rows of this zoom still fit an integer; no tileset comes near it. */
  private static final int HIGHEST_ZOOM = 30;

  /**
   * @param isAtRest whether the file may be read as one that does not change, which is twice as
   *     fast
   * @throws IOException with the end of a sentence that begins with the file, if it is no MBTiles
   *     file
   */
  static Tileset open(Path path, boolean isAtRest) throws IOException {
    try (Reader reader = Reader.open(path, isAtRest)) {
      Map<String, String> rows = reader.metadata();
      Format format = format(rows, reader);
      Map<String, Object> metadata = Metadata.tileJson(rows, reader.vectorLayers());
      return new Tileset(format, metadata, new ReaderPool(() -> Reader.open(path, isAtRest)));
    } catch (SQLException e) {
      throw new IOException("is not a usable MBTiles file: " + e.getMessage(), e);
    }
  }

  private static Format format(Map<String, String> rows, Reader reader)
      throws SQLException, IOException {
    String name = rows.getOrDefault("format", "");
    Optional<Format> format = TileFormat.named(name);
    if (format.isEmpty()) {
      format = reader.anyTile().flatMap(TileFormat::ofBytes);
    }
    return format.orElseThrow(
        () ->
            new IOException(
                "names no known format (found \"%s\", known are %s), and no tile tells."
                    .formatted(name, TileFormat.KNOWN)));
  }

  Optional<byte[]> tile(Coordinate coordinate) throws SQLException, InterruptedException {
    int zoom = coordinate.zoom();
    if (zoom > HIGHEST_ZOOM) {
      return Optional.empty();
    }
    // MBTiles counts its rows from the south.
    long row = (1L << zoom) - 1 - coordinate.row();
    return readers.read(reader -> reader.tile(zoom, coordinate.column(), row));
  }

  @Override
  public void close() throws SQLException {
    readers.close();
  }
}
