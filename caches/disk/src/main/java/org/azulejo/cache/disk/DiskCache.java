package org.azulejo.cache.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;

/** Tiles as files. The age of a tile is that of its file; an empty file is none. */
final class DiskCache implements TileCache {
  /** Larger tiles are not read, be it from the disk or out of a gzip file. */
  private static final int LARGEST = 64 << 20;

  private final TilePaths paths;
  private final TileWriter writer;
  private final FolderLocks locks;

  DiskCache(TilePaths paths, Umask umask, InstantSource clock) {
    var tree = new Tree(paths.root(), umask);
    this.paths = paths;
    this.writer = new TileWriter(tree, clock);
    this.locks = new FolderLocks(paths, tree, clock);
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
    byte[] bytes = paths.isGzipped(format) ? Gzip.unpack(stored, LARGEST) : stored;
    return Optional.of(new EncodedTile(format, bytes, attributes.lastModifiedTime().toInstant()));
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) throws IOException {
    Path file = paths.file(key);
    try {
      byte[] bytes = paths.isGzipped(key.format()) ? Gzip.pack(tile.bytes()) : tile.bytes();
      writer.write(file, bytes, tile.made());
    } catch (IOException e) {
      throw new DiskException("write", file, e);
    }
  }

  @Override
  public void remove(TileKey key) throws IOException {
    Path file = paths.file(key);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new DiskException("remove", file, e);
    }
  }

  @Override
  public Optional<TileLocks> locks() {
    return Optional.of(locks);
  }
}
