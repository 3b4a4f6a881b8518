package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderLocksTest {
  private static final Duration STALE = Duration.ofMinutes(10);

  private final TileKey key = TileSamples.key("osm");

  @TempDir Path folder;

  @Test
  void aLockIsTheFolderThatTileStacheKnows() throws Exception {
    TileLock lock = lock(STALE);
    assertThat(lockFolder()).isEmptyDirectory();
    lock.close();
    assertThat(lockFolder()).doesNotExist();
  }

  @Test
  void aLockOfTileStacheIsRespectedAndTakenOnceItGoes() throws Exception {
    Files.createDirectories(lockFolder());
    var waiter = new Thread(this::takeAndClose, "waits for a lock");
    waiter.start();
    waiter.join(250);
    assertThat(waiter.isAlive()).isTrue();
    Files.delete(lockFolder());
    waiter.join();
    assertThat(lockFolder()).doesNotExist();
  }

  private void takeAndClose() {
    try {
      lock(STALE).close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theLockOfAServerThatDiedLongAgoIsBrokenAtOnce() throws Exception {
    Files.createDirectories(lockFolder());
    Files.setLastModifiedTime(
        lockFolder(), FileTime.from(Instant.now().minus(STALE).minusSeconds(120)));
    lock(STALE).close();
  }

  @Test
  void whoLostTheLockLeavesTheFolderOfTheNextHolder() throws Exception {
    TileLock lost = lock(STALE);
    Files.delete(lockFolder());
    Files.createDirectory(lockFolder());
    Files.setLastModifiedTime(lockFolder(), FileTime.from(Instant.now().plusSeconds(5)));
    lost.close();
    assertThat(lockFolder()).exists();
  }

  @Test
  void noFoldersStayOfATileThatWasNeverWritten() throws Exception {
    lock(STALE).close();
    assertThat(folder.resolve("tiles")).isEmptyDirectory();
  }

  @Test
  void theFoldersOfAWrittenTileStay() throws Exception {
    try (TileLock lock = lock(STALE)) {
      cache().write(key, TileSamples.tile(key, 100), Duration.ZERO);
    }
    assertThat(cache().read(key)).isPresent();
  }

  @Test
  void foldersThatWereThereBeforeStay() throws Exception {
    Path before = Files.createDirectories(folder.resolve("tiles/osm/12/000"));
    lock(STALE).close();
    assertThat(before).isEmptyDirectory();
  }

  @Test
  void aLockFolderThatCannotBeBrokenIsNamed() throws Exception {
    Files.createDirectories(lockFolder().resolve("something"));
    assertThatThrownBy(() -> lock(Duration.ofMillis(50)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is something in the folder " + lockFolder());
  }

  private TileLock lock(Duration stale) throws Exception {
    return cache().locks().orElseThrow().lock(key, stale);
  }

  private TileCache cache() {
    return new DiskFactory().create(TestOptions.of("{'path': 'tiles'}", folder));
  }

  private Path lockFolder() {
    return folder.resolve("tiles/osm/12/000/656/001/582.png.lock");
  }
}
