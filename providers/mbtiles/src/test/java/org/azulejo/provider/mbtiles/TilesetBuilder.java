package org.azulejo.provider.mbtiles;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.imageio.ImageIO;
import org.sqlite.JDBC;

/** Writes MBTiles files for tests. */
final class TilesetBuilder implements AutoCloseable {
  private final Connection connection;

  TilesetBuilder(Path file) throws SQLException {
    connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
    execute("CREATE TABLE metadata (name TEXT, value TEXT)");
    execute(
        "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)");
  }

  /** A picture of one colour. */
  static byte[] picture(String kind, int size, Color color) {
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, size, size);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, kind, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  TilesetBuilder metadata(String name, String value) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT INTO metadata VALUES (?, ?)")) {
      statement.setString(1, name);
      statement.setString(2, value);
      statement.execute();
    }
    return this;
  }

  /**
   * @param southRow counted from the south, as MBTiles does
   */
  TilesetBuilder tile(int zoom, int column, int southRow, byte[] bytes) throws SQLException {
    try (var statement = connection.prepareStatement("INSERT INTO tiles VALUES (?, ?, ?, ?)")) {
      statement.setInt(1, zoom);
      statement.setInt(2, column);
      statement.setInt(3, southRow);
      statement.setBytes(4, bytes);
      statement.execute();
    }
    return this;
  }

  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
