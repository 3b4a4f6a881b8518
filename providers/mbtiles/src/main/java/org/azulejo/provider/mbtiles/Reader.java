package org.azulejo.provider.mbtiles;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** A connection to an MBTiles file that only reads. For one thread at a time. */
final class Reader implements AutoCloseable {
  private static final String TILE =
      "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?";

  private static final String ANY_TILE =
      "SELECT tile_data FROM tiles WHERE length(tile_data) > 0 LIMIT 1";

  /** More than any tile has: one that claims more would only fill the memory. */
  private static final int MOST_BYTES = 32 << 20;

  /** SQLite takes the JSON apart itself; rows come parents first. */
  private static final String VECTOR_LAYERS =
      """
      SELECT tree.id, tree.parent, tree.key, tree.type, tree.atom
      FROM metadata, json_tree(
        CASE WHEN json_valid(metadata.value) THEN metadata.value END, '$.vector_layers') AS tree
      WHERE metadata.name = 'json'
      """;

  private final Connection connection;
  private final PreparedStatement tile;

  private Reader(Connection connection) throws SQLException {
    this.connection = connection;
    this.tile = connection.prepareStatement(TILE);
  }

  /**
   * Never makes a file that is missing.
   *
   * @param isAtRest whether the file may be read as one that does not change
   */
  static Reader open(Path path, boolean isAtRest) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(MOST_BYTES));
    Properties properties = config.toProperties();
    String manner = isAtRest ? "?immutable=1" : "?mode=ro";
    Connection connection =
        JDBC.createConnection("jdbc:sqlite:" + path.toUri() + manner, properties);
    try {
      return new Reader(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * @param row counted from the south
   */
  Optional<byte[]> tile(int zoom, int column, long row) throws SQLException {
    tile.setInt(1, zoom);
    tile.setInt(2, column);
    tile.setLong(3, row);
    return bytes(tile);
  }

  /** One that is not empty. */
  Optional<byte[]> anyTile() throws SQLException {
    try (var statement = connection.prepareStatement(ANY_TILE)) {
      return bytes(statement);
    }
  }

  private static Optional<byte[]> bytes(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return Optional.ofNullable(rows.next() ? rows.getBytes(1) : null)
          .filter(bytes -> bytes.length > 0);
    }
  }

  /** The table {@code metadata}. */
  Map<String, String> metadata() throws SQLException {
    try (var statement = connection.prepareStatement("SELECT name, value FROM metadata");
        ResultSet rows = statement.executeQuery()) {
      var metadata = new HashMap<String, String>();
      while (rows.next()) {
        if (rows.getString(1) != null && rows.getString(2) != null) {
          metadata.put(rows.getString(1), rows.getString(2));
        }
      }
      return metadata;
    }
  }

  /** What the metadata say of vector layers, as maps and lists; empty if nothing usable. */
  Optional<List<?>> vectorLayers() throws SQLException {
    try (var statement = connection.prepareStatement(VECTOR_LAYERS);
        ResultSet rows = statement.executeQuery()) {
      return JsonTree.list(rows);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
