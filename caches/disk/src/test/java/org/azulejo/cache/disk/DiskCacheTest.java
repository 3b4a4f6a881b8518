package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileLocksContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCacheTest implements TileKeepingContract, TileLocksContract {
  private final TileKey key = TileSamples.key("osm");
  private final TileKey json = new TileKey("osm", new Coordinate(12, 656, 1582), TileSamples.JSON);

  @TempDir Path folder;

  @Override
  public TileCache cache() {
    return cache("{'path': 'tiles'}");
  }

  @Override
  public TileCache server() {
    return cache();
  }

  private TileCache cache(String options) {
    return new DiskFactory().create(TestOptions.of(options, folder));
  }

  @Test
  void nothingIsMadeUntilATileIsWritten() throws Exception {
    cache().read(key);
    cache().remove(key);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingButTheTileIsLeft() throws Exception {
    cache().write(key, TileSamples.tile(key, 100), Duration.ZERO);
    assertThat(files()).containsExactly("tiles/osm/12/000/656/001/582.png");
  }

  @Test
  void theAgeOfATileIsTheAgeOfItsFile() throws Exception {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    cache().write(key, TileSamples.tile(key, 100), Duration.ZERO);
    Files.setLastModifiedTime(file("osm/12/000/656/001/582.png"), FileTime.from(yesterday));
    assertThat(cache().read(key).orElseThrow().made()).isEqualTo(yesterday);
  }

  @Test
  void aTileFromElsewhereDoesNotBecomeYounger() throws Exception {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    var tile = new EncodedTile(key.format(), new byte[] {1}, yesterday);
    cache().write(key, tile, Duration.ZERO);
    assertThat(cache().read(key).orElseThrow().made()).isEqualTo(yesterday);
  }

  @Test
  void anEmptyFileIsAMiss() throws Exception {
    write("osm/12/000/656/001/582.png", new byte[0]);
    write("osm/12/000/656/001/582.json.gz", new byte[0]);
    assertThat(cache().read(key)).isEmpty();
    assertThat(cache().read(json)).isEmpty();
  }

  @Test
  void aGzippedFormatIsGzippedOnDiskAndPlainWhenRead() throws Exception {
    EncodedTile tile = TileSamples.tile(json, 100);
    cache().write(json, tile, Duration.ZERO);
    byte[] stored = Files.readAllBytes(file("osm/12/000/656/001/582.json.gz"));
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      assertThat(plain.readAllBytes()).isEqualTo(tile.bytes());
    }
  }

  @Test
  void theListOfGzippedFormatsIsComparedWithoutRegardToCase() throws Exception {
    var geojson = new TileKey("osm", json.coordinate(), TileSamples.GEOJSON);
    TileCache cache = cache("{'path': 'tiles', 'dirs': 'portable', 'gzip': ['GeoJSON']}");
    cache.write(geojson, TileSamples.tile(geojson, 10), Duration.ZERO);
    cache.write(json, TileSamples.tile(json, 10), Duration.ZERO);
    assertThat(files())
        .containsExactly("tiles/osm/12/656/1582.geojson.gz", "tiles/osm/12/656/1582.json");
  }

  @Test
  void anEmptyListGzipsNothing() throws Exception {
    cache("{'path': 'tiles', 'gzip': []}").write(json, TileSamples.tile(json, 10), Duration.ZERO);
    assertThat(files()).containsExactly("tiles/osm/12/000/656/001/582.json");
  }

  @Test
  void aDamagedGzipFileIsSaidToBe() throws Exception {
    byte[] packed = Gzip.pack(new byte[5000]);
    write("osm/12/000/656/001/582.json.gz", Arrays.copyOf(packed, 20));
    assertThatThrownBy(() -> cache().read(json))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The disk cache cannot read ");
  }

  @Test
  void aGzipBombIsNotUnpacked() throws Exception {
    var bomb = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bomb)) {
      for (int megabyte = 0; megabyte <= 64; megabyte++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    write("osm/12/000/656/001/582.json.gz", bomb.toByteArray());
    assertThatThrownBy(() -> cache().read(json)).hasMessageContaining("67108864 bytes");
  }

  @Test
  void theUmaskOfTheCacheCountsAndNotThatOfTheProcess() throws Exception {
    assumePosix();
    cache().write(key, TileSamples.tile(key, 100), Duration.ZERO);
    assertThat(permissions("")).isEqualTo("rwxr-xr-x");
    assertThat(permissions("osm/12/000/656/001")).isEqualTo("rwxr-xr-x");
    assertThat(permissions("osm/12/000/656/001/582.png")).isEqualTo("rw-r--r--");
  }

  @Test
  void anotherUmaskGivesOtherPermissions() throws Exception {
    assumePosix();
    cache("{'path': 'tiles', 'umask': '0000'}")
        .write(key, TileSamples.tile(key, 100), Duration.ZERO);
    assertThat(permissions("osm/12/000/656/001")).isEqualTo("rwxrwxrwx");
    assertThat(permissions("osm/12/000/656/001/582.png")).isEqualTo("rw-rw-rw-");
    cache("{'path': 'tiles', 'umask': 27}").write(json, TileSamples.tile(json, 1), Duration.ZERO);
    assertThat(permissions("osm/12/000/656/001/582.json.gz")).isEqualTo("rw-r-----");
  }

  /** A folder with the setgid bit hands its group on, so that several users share a cache. */
  @Test
  void theSetgidBitIsInheritedAsTheSystemHasIt() throws Exception {
    assumePosix();
    Path root = Files.createDirectory(folder.resolve("tiles"));
    Files.setAttribute(root, "unix:mode", 02775);
    int inherited = mode(Files.createDirectory(root.resolve("plain"))) & 07000;
    cache("{'path': 'tiles', 'umask': '0002'}")
        .write(key, TileSamples.tile(key, 100), Duration.ZERO);
    assertThat(mode(file("osm"))).isEqualTo(inherited | 0775);
    assertThat(mode(file("osm/12/000/656/001"))).isEqualTo(inherited | 0775);
  }

  private static int mode(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:mode") & 07777;
  }

  @Test
  void whatACrashHasLeftIsSweptAnHourLater() throws Exception {
    Path old = write("azulejo-1.png", new byte[1]);
    Path fresh = write("azulejo-2.png", new byte[1]);
    Path notOurs = write("azulejo.txt", new byte[1]);
    Path layer = Files.createDirectory(file("azulejo-layer"));
    var twoHoursAgo = FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS));
    for (Path path : List.of(old, notOurs, layer)) {
      Files.setLastModifiedTime(path, twoHoursAgo);
    }
    cache().write(key, TileSamples.tile(key, 100), Duration.ZERO);
    assertThat(old).doesNotExist();
    assertThat(List.of(fresh, notOurs, layer)).allMatch(Files::exists);
  }

  @Test
  void aFailedWriteLeavesTheOldTileAndNothingElse() throws Exception {
    Files.createDirectories(file("osm/12/000/656/001/582.png/in the way"));
    assertThatThrownBy(() -> cache().write(key, TileSamples.tile(key, 100), Duration.ZERO))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The disk cache cannot write ");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileInPlaceOfAFolderIsNamed() throws Exception {
    write("osm", new byte[1]);
    assertThatThrownBy(() -> cache().write(key, TileSamples.tile(key, 100), Duration.ZERO))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file("osm") + " is there and no folder");
    assertThat(files()).containsExactly("tiles/osm");
  }

  private void assumePosix() {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "This file system has no POSIX permissions.");
  }

  private Path file(String name) {
    return folder.resolve("tiles").resolve(name);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(file(name).getParent());
    return Files.write(file(name), bytes);
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
