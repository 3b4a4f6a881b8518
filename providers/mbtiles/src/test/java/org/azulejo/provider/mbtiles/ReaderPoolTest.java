package org.azulejo.provider.mbtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderPoolTest {
  @TempDir Path folder;
  private final List<Reader> opened = new ArrayList<>();

  @Test
  void aReaderIsUsedAgain() throws Exception {
    try (ReaderPool pool = pool()) {
      pool.read(Reader::anyTile);
      pool.read(Reader::anyTile);
      assertThat(opened).hasSize(1);
    }
    assertThatThrownBy(() -> opened.get(0).anyTile()).isInstanceOf(SQLException.class);
  }

  @Test
  void aReaderThatFailedIsClosedWhateverTheFailure() throws Exception {
    try (ReaderPool pool = pool()) {
      for (Throwable failure : List.of(new OutOfMemoryError(), new IllegalStateException())) {
        assertThatThrownBy(() -> pool.read(reader -> fail(failure))).isSameAs(failure);
      }
      assertThat(opened).hasSize(2);
      for (Reader reader : opened) {
        assertThatThrownBy(reader::anyTile).isInstanceOf(SQLException.class);
      }
    }
  }

  private static <T> T fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  private ReaderPool pool() throws SQLException {
    Path path = folder.resolve("test.mbtiles");
    new TilesetBuilder(path).close();
    return new ReaderPool(
        () -> {
          opened.add(Reader.open(path, true));
          return opened.get(opened.size() - 1);
        });
  }
}
