package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileLocksContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BoundedDiskTest implements TileKeepingContract, TileLocksContract {
  private static final int BLOCK = 4096;

  @TempDir Path folder;

  private final List<TileCache> open = new ArrayList<>();

  @Override
  public TileCache cache() {
    return new LimitedDiskFactory()
        .create(TestOptions.of("{'path': 'tiles', 'limit': 10000000}", folder));
  }

  @Override
  public TileCache server() {
    return cache();
  }

  /** With room for so many tiles of up to a block. */
  private TileCache roomFor(int tiles) {
    String options = "{'path': 'tiles', 'dirs': 'portable', 'limit': %d}";
    var cache =
        new DiskFactory().create(TestOptions.of(options.formatted((long) tiles * BLOCK), folder));
    open.add(cache);
    return cache;
  }

  @AfterEach
  void closeAll() throws Exception {
    for (TileCache cache : open) {
      cache.close();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("azulejo makes room in tiles"));
  }

  @Test
  void theTilesUsedLongestAgoGiveWay() throws Exception {
    for (int column = 0; column < 100; column++) {
      put(file(column), 100, Instant.now().minus(1 + column * 37 % 100, ChronoUnit.HOURS));
    }
    TileCache cache = roomFor(20);
    assertThat(cache.read(key(0))).isPresent();
    eventuallyHolds(cache, 20);
    assertThat(columns())
        .allMatch(column -> column * 37 % 100 < 20)
        .hasSizeGreaterThanOrEqualTo(18)
        .contains(0);
  }

  @Test
  void aTileThatIsReadOutlivesOthersThatAreYounger() throws Exception {
    TileCache cache = roomFor(40);
    for (int column = 0; column < 200; column++) {
      write(cache, column);
      assertThat(cache.read(key(0))).as("after " + column).isPresent();
    }
    assertThat(columns()).contains(199).hasSizeBetween(36, 40);
  }

  /** Nothing of it is only in the memory of the server for longer than a minute. */
  @Test
  void whatWasReadBeforeARestartIsRemembered() throws Exception {
    for (int column = 0; column < 40; column++) {
      put(file(column), 100, Instant.now().minus(100 - column, ChronoUnit.HOURS));
    }
    try (TileCache before = roomFor(1000)) {
      before.read(key(3));
    }
    TileCache after = roomFor(20);
    after.read(key(39));
    eventuallyHolds(after, 20);
    assertThat(columns()).contains(3, 39, 38).doesNotContain(0, 1, 2, 4, 5);
  }

  @Test
  void readingDoesNotMakeATileYounger() throws Exception {
    Instant longAgo = Instant.now().minus(100, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    put(file(1), 100, longAgo);
    for (int i = 0; i < 3; i++) {
      assertThat(roomFor(10).read(key(1)).orElseThrow().made()).isEqualTo(longAgo);
    }
  }

  @Test
  void afterTheClockWasPutBackTimesToComeKeepNothing() throws Exception {
    for (int column = 0; column < 10; column++) {
      put(file(column), 100, Instant.now().plus(10, ChronoUnit.DAYS));
    }
    for (int column = 10; column < 30; column++) {
      put(file(column), 100, Instant.now().minus(10, ChronoUnit.DAYS));
    }
    try (TileCache before = roomFor(1000)) {
      before.read(key(7));
    }
    TileCache cache = roomFor(24);
    cache.read(key(29));
    eventuallyHolds(cache, 21);
    assertThat(columns()).contains(7, 29).doesNotContain(0, 1, 2, 3, 4);
  }

  @Test
  void aTileLargerThanTheLimitIsNotKeptNorIsTheOneBefore() throws Exception {
    TileCache cache = roomFor(10);
    write(cache, 1);
    write(cache, 2);
    cache.write(key(1), TileSamples.tile(key(1), 11 * BLOCK), Duration.ZERO);
    assertThat(cache.read(key(1))).isEmpty();
    assertThat(cache.read(key(2))).isPresent();
  }

  @Test
  void aTileAsLargeAsTheLimitIsKeptAlone() throws Exception {
    TileCache cache = roomFor(10);
    for (int column = 0; column < 8; column++) {
      write(cache, column);
    }
    cache.write(key(9), TileSamples.tile(key(9), 10 * BLOCK), Duration.ZERO);
    assertThat(columns()).containsExactly(9);
  }

  @Test
  void whatIsOverwrittenOrRemovedCountsNoMore() throws Exception {
    TileCache cache = roomFor(1000);
    write(cache, 0);
    eventuallyHolds(cache, 1);
    for (int i = 0; i < 20; i++) {
      cache.write(key(1), TileSamples.tile(key(1), (1 + i % 2) * BLOCK), Duration.ZERO);
    }
    assertThat(cache.size()).hasValue(3 * BLOCK);
    cache.remove(key(1));
    cache.remove(key(1));
    assertThat(cache.size()).hasValue(BLOCK);
  }

  @Test
  void aFailedWriteCountsForNothing() throws Exception {
    TileCache cache = roomFor(1000);
    write(cache, 0);
    eventuallyHolds(cache, 1);
    Files.createDirectories(file(1).resolve("in the way"));
    for (int i = 0; i < 5; i++) {
      try {
        write(cache, 1);
      } catch (IOException expected) {
        assertThat(expected).hasMessageStartingWith("The disk cache cannot write ");
      }
    }
    assertThat(cache.size()).hasValue(BLOCK);
  }

  @Test
  void manyThreadsStayBelowTheLimit() throws Exception {
    TileCache cache = roomFor(50);
    var threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Void>> writers =
          IntStream.range(0, 8)
              .<Callable<Void>>mapToObj(number -> () -> writeMany(cache, number * 1000))
              .toList();
      for (Future<Void> done : threads.invokeAll(writers)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(columns()).hasSizeBetween(30, 50);
    cache.close();
    for (int column : columns()) {
      assertThat(cache.read(key(column)).orElseThrow().bytes()).isEqualTo(tile(column).bytes());
    }
  }

  private Void writeMany(TileCache cache, int first) throws Exception {
    for (int column = first; column < first + 80; column++) {
      write(cache, column);
      cache.read(key(column - 1));
    }
    return null;
  }

  @Test
  void serversOnOneFolderSeeWhatTheOthersWrite() throws Exception {
    TileCache one = roomFor(100);
    TileCache other = roomFor(100);
    for (int column = 0; column < 400; column += 2) {
      write(one, column);
      write(other, column + 1);
    }
    assertThat(columns()).hasSizeBetween(80, 105);
  }

  @Test
  void linksAreNotFollowedAndWhatIsNoTileStays() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/9"));
    Instant longAgo = Instant.now().minus(1000, ChronoUnit.DAYS);
    Path theirs = put(elsewhere.resolve("1.png"), 100, longAgo);
    List<Path> kept = new ArrayList<>(List.of(theirs));
    for (String name : List.of("stache.db", "osm/notes.txt", "osm/12/1/readme.png.txt")) {
      kept.add(put(folder.resolve("tiles").resolve(name), 100_000, longAgo));
    }
    Path link = folder.resolve("tiles/osm/12/9");
    Files.createSymbolicLink(link, elsewhere);
    Path linked = folder.resolve("tiles/osm/12/1/77.png");
    Files.createSymbolicLink(linked, theirs);
    kept.addAll(List.of(link, linked));
    TileCache cache = roomFor(10);
    for (int column = 100; column < 200; column++) {
      write(cache, column);
    }
    assertThat(kept).allMatch(Files::exists);
    assertThat(columns()).contains(199);
  }

  @Test
  void aCacheWhoseOwnFolderIsALinkIsBoundedAsWell() throws Exception {
    Files.createDirectories(folder.resolve("disk2"));
    Files.createSymbolicLink(folder.resolve("tiles"), folder.resolve("disk2"));
    TileCache cache = roomFor(10);
    for (int column = 0; column < 100; column++) {
      write(cache, column);
    }
    assertThat(columns()).contains(99).hasSizeBetween(8, 10);
  }

  @Test
  void foldersThatBecomeEmptyGo() throws Exception {
    TileCache cache = roomFor(10);
    for (int column = 0; column < 100; column++) {
      write(cache, column);
    }
    try (Stream<Path> folders = Files.list(folder.resolve("tiles/osm/12"))) {
      assertThat(folders.count()).isLessThanOrEqualTo(10);
    }
  }

  @Test
  void withoutALimitNobodyCounts() throws Exception {
    TileCache cache =
        new DiskFactory().create(TestOptions.of("{'path': 'tiles', 'dirs': 'portable'}", folder));
    write(cache, 1);
    assertThat(cache.read(key(1))).isPresent();
    assertThat(cache.size()).isEmpty();
  }

  @Test
  void underItsNameInTileStacheNothingIsGzippedAndTheUmaskMayBeANumber() throws Exception {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    String options = "{'path': 'tiles', 'limit': 10000000, 'umask': 18}";
    TileKey json = new TileKey("osm", key(1).coordinate(), TileSamples.JSON);
    try (TileCache cache = new LimitedDiskFactory().create(TestOptions.of(options, folder))) {
      cache.write(json, TileSamples.tile(json, 10), Duration.ZERO);
    }
    Path file = folder.resolve("tiles/osm/12/000/001/000/001.json");
    assertThat(Files.readAllBytes(file)).hasSize(10);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void whatAKilledServerHasLeftIsWholeAndWithinTheLimit() throws Exception {
    for (int crash = 0; crash < 4; crash++) {
      Process server = start(crash * 10_000);
      int first = crash * 10_000;
      eventually("it writes", () -> columns().stream().anyMatch(it -> it >= first + 60));
      server.destroyForcibly().waitFor();
    }
    assertThat(columns()).hasSizeLessThanOrEqualTo(52);
    TileCache cache = roomFor(20);
    for (int column : columns()) {
      cache
          .read(key(column))
          .ifPresent(tile -> assertThat(tile.bytes()).isEqualTo(tile(column).bytes()));
    }
    eventuallyHolds(cache, 20);
    write(cache, 99_999);
    assertThat(columns()).contains(99_999).hasSizeBetween(15, 20);
  }

  private Process start(int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Filler.class.getName(),
            folder.toString(),
            Integer.toString(first))
        .inheritIO()
        .start();
  }

  /** A server that writes until it is killed. */
  static final class Filler {
    private Filler() {}

    public static void main(String[] arguments) throws Exception {
      var test = new BoundedDiskTest();
      test.folder = Path.of(arguments[0]);
      TileCache cache = test.roomFor(50);
      for (int column = Integer.parseInt(arguments[1]); true; column++) {
        write(cache, column);
      }
    }
  }

  private static void eventuallyHolds(TileCache cache, int tiles) throws Exception {
    eventually(
        "it holds at most " + tiles,
        () -> {
          OptionalLong size = cache.size();
          return size.isPresent() && size.getAsLong() <= (long) tiles * BLOCK;
        });
  }

  private static void eventually(String what, Callable<Boolean> isTrue) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!isTrue.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      Thread.sleep(5);
    }
  }

  private static TileKey key(int column) {
    return TileSamples.key("osm", 12, column, 1);
  }

  private static EncodedTile tile(int column) {
    return TileSamples.tile(key(column), 1 + column % 4000);
  }

  private static void write(TileCache cache, int column) throws Exception {
    cache.write(key(column), tile(column), Duration.ZERO);
  }

  private Path file(int column) {
    return folder.resolve("tiles/osm/12/" + column + "/1.png");
  }

  private static Path put(Path file, int bytes, Instant used) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
    var time = FileTime.from(used);
    Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(time, time, null);
    return file;
  }

  private List<Integer> columns() throws IOException {
    Path zoom = folder.resolve("tiles/osm/12");
    if (!Files.exists(zoom)) {
      return List.of();
    }
    try (Stream<Path> columns = Files.list(zoom)) {
      return columns
          .filter(column -> Files.isRegularFile(column.resolve("1.png")))
          .filter(column -> !Files.isSymbolicLink(column))
          .map(column -> Integer.valueOf(column.getFileName().toString()))
          .toList();
    }
  }
}
