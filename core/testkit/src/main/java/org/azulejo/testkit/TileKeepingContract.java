package org.azulejo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a {@link TileCache} promises that keeps what it is given. */
public interface TileKeepingContract extends TileCacheContract {
  /** The size, in bytes, of the largest tile that the store must keep. */
  default int largestTile() {
    return 5_000_000;
  }

  static Stream<TileKey> keys() {
    var somewhere = new Coordinate(12, 656, 1582);
    return Stream.of(
        TileSamples.key("osm", 0, 0, 0),
        TileSamples.key("osm", 3, -1, -2),
        TileSamples.key("osm", 30, (1 << 30) - 1, 1 << 29),
        new TileKey("osm", somewhere, Format.JPEG),
        new TileKey("osm", somewhere, TileSamples.JSON),
        new TileKey("osm", somewhere, TileSamples.GEOJSON),
        new TileKey("osm", somewhere, Format.PNG, 2),
        TileSamples.key("group/inner"),
        TileSamples.key("with space"),
        TileSamples.key("..dots.in.it"),
        TileSamples.key("Gebäude"),
        TileSamples.key("100%25"),
        TileSamples.key("it's \"it\""));
  }

  @ParameterizedTest
  @MethodSource("keys")
  default void whatWasWrittenIsRead(TileKey key) throws Exception {
    EncodedTile tile = TileSamples.tile(key, 10_000);
    try (TileCache cache = cache()) {
      cache.write(key, tile, Duration.ZERO);
      EncodedTile read = cache.read(key).orElseThrow();
      assertThat(read.format()).isEqualTo(key.format());
      assertThat(read.bytes()).isEqualTo(tile.bytes());
    }
  }

  @Test
  default void everyKeyHasATileOfItsOwn() throws Exception {
    List<TileKey> keys = keys().toList();
    try (TileCache cache = cache()) {
      for (TileKey key : keys) {
        cache.write(key, TileSamples.tile(key, 50), Duration.ZERO);
      }
      for (TileKey key : keys) {
        byte[] expected = TileSamples.tile(key, 50).bytes();
        assertThat(cache.read(key).orElseThrow().bytes()).as(key.toString()).isEqualTo(expected);
      }
    }
  }

  @Test
  default void aPeekGivesTheTileOrNothing() throws Exception {
    TileKey key = TileSamples.key("osm");
    EncodedTile tile = TileSamples.tile(key, 100);
    try (TileCache cache = cache()) {
      cache.write(key, tile, Duration.ZERO);
      cache.peek(key).ifPresent(it -> assertThat(it.bytes()).isEqualTo(tile.bytes()));
    }
  }

  @Test
  default void theLastTileWrittenIsTheOneRead() throws Exception {
    TileKey key = TileSamples.key("osm");
    try (TileCache cache = cache()) {
      for (int size : new int[] {2_000, 20_000, 20}) {
        cache.write(key, TileSamples.tile(key, size), Duration.ZERO);
        byte[] expected = TileSamples.tile(key, size).bytes();
        assertThat(cache.read(key).orElseThrow().bytes()).isEqualTo(expected);
      }
    }
  }

  @Test
  default void aTileCanBeWrittenAgainAfterItWasRemoved() throws Exception {
    TileKey key = TileSamples.key("osm");
    try (TileCache cache = cache()) {
      cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
      cache.remove(key);
      cache.write(key, TileSamples.tile(key, 200), Duration.ZERO);
      assertThat(cache.read(key).orElseThrow().bytes()).hasSize(200);
    }
  }

  @Test
  default void removingATileLeavesTheOthers() throws Exception {
    TileKey removed = TileSamples.key("osm", 3, 4, 5);
    TileKey kept = TileSamples.key("osm", 3, 4, 6);
    try (TileCache cache = cache()) {
      cache.write(removed, TileSamples.tile(removed, 100), Duration.ZERO);
      cache.write(kept, TileSamples.tile(kept, 100), Duration.ZERO);
      cache.remove(removed);
      assertThat(cache.read(kept)).isPresent();
    }
  }

  @Test
  default void aLargeTileIsKeptWhole() throws Exception {
    TileKey key = TileSamples.key("osm");
    EncodedTile tile = TileSamples.tile(key, largestTile());
    try (TileCache cache = cache()) {
      cache.write(key, tile, Duration.ZERO);
      assertThat(Arrays.equals(cache.read(key).orElseThrow().bytes(), tile.bytes())).isTrue();
    }
  }

  @Test
  default void aLifespanThatIsNotOverDoesNoHarm() throws Exception {
    TileKey key = TileSamples.key("osm");
    try (TileCache cache = cache()) {
      cache.write(key, TileSamples.tile(key, 100), Duration.ofDays(60));
      assertThat(cache.read(key)).isPresent();
    }
  }

  /** With a minute's tolerance, for the clock of a store may differ from ours. */
  @Test
  default void aTileThatWasJustWrittenIsYoung() throws Exception {
    TileKey key = TileSamples.key("osm");
    try (TileCache cache = cache()) {
      Instant before = Instant.now();
      cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
      Instant made = cache.read(key).orElseThrow().made();
      assertThat(made).isBetween(before.minusSeconds(60), Instant.now().plusSeconds(60));
    }
  }

  @Test
  @Timeout(120)
  default void manyThreadsSeeWholeTilesOnly() throws Exception {
    TileKey key = TileSamples.key("osm");
    try (TileCache cache = cache()) {
      cache.write(key, uniform(key, 1), Duration.ZERO);
      Callable<Void> reader = () -> readOften(cache, key);
      Together.run(
          List.of(
              () -> writeOften(cache, key, 2), () -> writeOften(cache, key, 7), reader, reader));
    }
  }

  @Test
  @Timeout(120)
  default void manyThreadsWriteNeighboursAtOnce() throws Exception {
    try (TileCache cache = cache()) {
      List<Callable<Void>> writers =
          IntStream.range(0, 16)
              .<Callable<Void>>mapToObj(row -> () -> writeRow(cache, row))
              .toList();
      Together.run(writers);
    }
  }

  private static Void writeRow(TileCache cache, int row) throws Exception {
    for (int column = 0; column < 20; column++) {
      TileKey key = TileSamples.key("new", 5, column, row);
      cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
      assertThat(cache.read(key)).as(key.toString()).isPresent();
    }
    return null;
  }

  private static Void writeOften(TileCache cache, TileKey key, int first) throws Exception {
    for (int i = 0; i < 50; i++) {
      cache.write(key, uniform(key, first + i % 5), Duration.ZERO);
    }
    return null;
  }

  private static Void readOften(TileCache cache, TileKey key) throws Exception {
    for (int i = 0; i < 200; i++) {
      byte[] bytes = cache.read(key).orElseThrow().bytes();
      assertThat(bytes).hasSize(5_000 * bytes[0]);
      assertThat(IntStream.range(0, bytes.length).allMatch(at -> bytes[at] == bytes[0])).isTrue();
    }
    return null;
  }

  /** A tile of one value throughout, which also tells its size. */
  private static EncodedTile uniform(TileKey key, int value) {
    byte[] bytes = new byte[5_000 * value];
    Arrays.fill(bytes, (byte) value);
    return TileSamples.tile(key, bytes);
  }
}
