package org.azulejo.provider.mbtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.azulejo.api.Coordinate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TilesetFileTest {
  private static final Coordinate WORLD = new Coordinate(0, 0, 0);

  @TempDir Path folder;
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
  private Path path;
  private TilesetFile file;

  @BeforeEach
  void open() throws Exception {
    path = folder.resolve("live.mbtiles");
    write(path, "pbf", 1);
    file = TilesetFile.open(path, nanos::get);
    assertThat(firstByte()).isEqualTo(1);
  }

  @AfterEach
  void close() throws Exception {
    file.close();
  }

  @Test
  void aReplacedFileIsNoticedAfterASecond() throws Exception {
    replace("pbf", 2);
    nanos.addAndGet(Duration.ofMillis(999).toNanos());
    assertThat(firstByte()).isEqualTo(1);

    nanos.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(firstByte()).isEqualTo(2);
  }

  @Test
  void aFileThatIsGoneIsSaidUntilItIsBack() throws Exception {
    Path aside = folder.resolve("aside");
    Files.move(path, aside);
    pass();

    assertThatThrownBy(this::firstByte)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not there");
    assertThatThrownBy(this::firstByte).hasMessageContaining("is not there");
    assertThat(path).doesNotExist();

    Files.move(aside, path);
    pass();
    assertThat(firstByte()).isEqualTo(1);
  }

  @Test
  void aFileThatBecameSomethingElseIsSaid() throws Exception {
    Files.writeString(path, "no database, ".repeat(1000));
    pass();
    assertThatThrownBy(this::firstByte).hasMessageContaining("not a usable MBTiles file");

    replace("pbf", 3);
    pass();
    assertThat(firstByte()).isEqualTo(3);
  }

  @Test
  void anotherFormatIsRefused() throws Exception {
    replace("png", 2);
    pass();

    assertThatThrownBy(this::firstByte)
        .hasMessageContaining("replaced by a file of PNG in place of pbf");
  }

  @Test
  void changesOfAProgramThatKeepsItOpenAreSeen() throws Exception {
    try (var writer = new TilesetBuilder(folder.resolve("written.mbtiles"))) {
      writer.execute("PRAGMA journal_mode = WAL");
      writer.metadata("format", "pbf").tile(0, 0, 0, new byte[] {0x1A, 5});
      try (var written = TilesetFile.open(folder.resolve("written.mbtiles"), nanos::get)) {
        assertThat(written.tile(WORLD, TileFormat.VECTOR)).hasValue(new byte[] {0x1A, 5});

        writer.execute("DELETE FROM tiles");
        assertThat(written.tile(WORLD, TileFormat.VECTOR)).isEmpty();
      }
    }
  }

  @Test
  void itNeverWrites() throws Exception {
    FileTime before = Files.getLastModifiedTime(path);
    file.tile(WORLD, TileFormat.VECTOR);

    assertThat(Files.getLastModifiedTime(path)).isEqualTo(before);
    try (var list = Files.list(folder)) {
      assertThat(list).containsExactly(path);
    }
  }

  private int firstByte() throws Exception {
    return file.tile(WORLD, TileFormat.VECTOR).orElseThrow()[1];
  }

  private void pass() {
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
  }

  private void replace(String format, int mark) throws Exception {
    Path fresh = folder.resolve("fresh.mbtiles");
    write(fresh, format, mark);
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Path path, String format, int mark) throws SQLException {
    try (var tileset = new TilesetBuilder(path)) {
      tileset.metadata("format", format).tile(0, 0, 0, new byte[] {0x1A, (byte) mark});
    }
  }
}
