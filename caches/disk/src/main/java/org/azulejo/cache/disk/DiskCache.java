package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tiles as files. The age of a tile is that of its file; an empty file is none. */
final class DiskCache implements TileCache {
  /** Larger tiles are not read, be it from the disk or out of a gzip file. */
  private static final int LARGEST = 64 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);

  private final TilePaths paths;
  private final TileWriter writer;
  private final FolderLocks locks;
  private final Space space;

  DiskCache(TilePaths paths, Tree tree, Space space, InstantSource clock) {
    this.paths = paths;
    this.writer = new TileWriter(tree, clock);
    this.locks = new FolderLocks(paths, tree, clock);
    this.space = space;
  }

  /**
   * @param limit in bytes
   */
  static DiskCache of(TilePaths paths, Umask umask, OptionalLong limit) {
    var clock = InstantSource.system();
    var tree = new Tree(paths.root(), umask);
    Space space =
        limit.isPresent() ? bounded(limit.getAsLong(), paths, tree, clock) : new BoundlessSpace();
    return new DiskCache(paths, tree, space, clock);
  }

  private static Space bounded(long limit, TilePaths paths, Tree tree, InstantSource clock) {
    var uses = new Uses(clock);
    String folder = String.valueOf(paths.root().getFileName());
    return new BoundedSpace(new Budget(limit, new Sweeper(paths, tree, uses), folder), uses, LOG);
  }

  @Override
  public Optional<EncodedTile> read(TileKey key) throws IOException {
    Path file = paths.file(key);
    try {
      return read(file, key.format());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new DiskException("read", file, e);
    }
  }

  private Optional<EncodedTile> read(Path file, Format format) throws IOException {
    // The age first: if the file is replaced meanwhile, the tile may seem older than it is, but
    // never younger.
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.size() == 0) {
      return Optional.empty();
    }
    if (attributes.size() > LARGEST) {
      throw new IOException("it has more than " + LARGEST + " bytes");
    }
    byte[] stored = Files.readAllBytes(file);
    if (stored.length == 0) {
      return Optional.empty();
    }
    space.used(file, attributes);
    byte[] bytes = paths.isGzipped(format) ? Gzip.unpack(stored, LARGEST) : stored;
    return Optional.of(new EncodedTile(format, bytes, attributes.lastModifiedTime().toInstant()));
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan)
      throws IOException, InterruptedException {
    Path file = paths.file(key);
    try {
      byte[] bytes = paths.isGzipped(key.format()) ? Gzip.pack(tile.bytes()) : tile.bytes();
      space.write(file, bytes.length, () -> writer.write(file, bytes, tile.made()));
    } catch (IOException e) {
      throw new DiskException("write", file, e);
    }
  }

  @Override
  public void remove(TileKey key) throws IOException {
    Path file = paths.file(key);
    try {
      space.remove(file);
    } catch (IOException e) {
      throw new DiskException("remove", file, e);
    }
  }

  @Override
  public OptionalLong size() {
    return space.size();
  }

  @Override
  public Optional<TileLocks> locks() {
    return Optional.of(locks);
  }

  @Override
  public void close() throws InterruptedException {
    space.close();
  }
}
