package org.azulejo.provider.mbtiles;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.jspecify.annotations.Nullable;

/**
 * A tileset in the file system, opened anew when the file is replaced. Safe for many threads; they
 * share the read lock, so that nobody's tileset is closed under them.
 */
final class TilesetFile implements AutoCloseable {
  private static final long NANOS_BETWEEN_LOOKS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private final LongSupplier nanoTime;
  private final AtomicLong lastLook;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private volatile Tileset tileset;
  private volatile @Nullable Stamp stamp;
  private volatile @Nullable String problem;
  private boolean isClosed;

  private TilesetFile(Path path, Stamp stamp, Tileset tileset, LongSupplier nanoTime) {
    this.path = path;
    this.stamp = stamp;
    this.tileset = tileset;
    this.nanoTime = nanoTime;
    this.lastLook = new AtomicLong(nanoTime.getAsLong());
  }

  /**
   * @param nanoTime as {@link System#nanoTime}
   * @throws IOException with the end of a sentence that begins with the file, if there is no such
   *     file or it is no MBTiles file
   */
  static TilesetFile open(Path path, LongSupplier nanoTime) throws IOException {
    Stamp stamp = Stamp.of(path);
    return new TilesetFile(path, stamp, Tileset.open(path, stamp.isAtRest()), nanoTime);
  }

  /** Of the last file that could be used. */
  Format format() {
    lookNowAndThen();
    return tileset.format();
  }

  /** Of the last file that could be used. */
  Map<String, Object> metadata() {
    lookNowAndThen();
    return tileset.metadata();
  }

  /**
   * The bytes as stored; empty if there are none.
   *
   * @throws IOException with a sentence, if the file is gone, damaged, or now of another format
   */
  Optional<byte[]> tile(Coordinate coordinate, Format format)
      throws IOException, InterruptedException {
    lookNowAndThen();
    lock.readLock().lock();
    try {
      refuseIfUseless(format);
      return tileset.tile(coordinate);
    } catch (SQLException e) {
      stamp = null;
      throw new IOException(path + " cannot be read: " + e.getMessage(), e);
    } finally {
      lock.readLock().unlock();
    }
  }

  private void refuseIfUseless(Format format) throws IOException {
    String sentence = isClosed ? path + " was closed." : problem;
    if (sentence != null) {
      throw new IOException(sentence);
    }
    if (!tileset.format().equals(format)) {
      throw new IOException(
          "%s was replaced by a file of %s in place of %s; touch the configuration to load it."
              .formatted(path, tileset.format(), format));
    }
  }

  private void lookNowAndThen() {
    long now = nanoTime.getAsLong();
    long last = lastLook.get();
    if (now - last >= NANOS_BETWEEN_LOOKS && lastLook.compareAndSet(last, now)) {
      look();
    }
  }

  private void look() {
    try {
      Stamp found = Stamp.of(path);
      if (!found.equals(stamp)) {
        replace(Tileset.open(path, found.isAtRest()));
        stamp = found;
      }
      problem = null;
    } catch (IOException | SQLException e) {
      stamp = null;
      problem = path + " " + e.getMessage();
    }
  }

  /** Waits for those who still read the old one. */
  private void replace(Tileset fresh) throws SQLException {
    lock.writeLock().lock();
    try {
      Tileset useless = isClosed ? fresh : tileset;
      tileset = fresh;
      useless.close();
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void close() throws SQLException {
    lock.writeLock().lock();
    try {
      isClosed = true;
      tileset.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
