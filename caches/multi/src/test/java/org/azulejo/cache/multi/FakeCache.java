package org.azulejo.cache.multi;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.jspecify.annotations.Nullable;

/** A cache in memory that fails when told to, and counts. */
final class FakeCache implements TileCache {
  final Map<TileKey, EncodedTile> tiles = new ConcurrentHashMap<>();
  final AtomicInteger reads = new AtomicInteger();
  final AtomicInteger closings = new AtomicInteger();
  volatile boolean failsToRead;
  volatile boolean failsToWrite;
  volatile boolean interrupts;
  volatile boolean peeks;
  volatile @Nullable LinkageError missing;
  volatile OptionalLong size = OptionalLong.empty();
  volatile Optional<TileLocks> locks = Optional.empty();

  @Override
  public Optional<EncodedTile> read(TileKey key) throws IOException {
    reads.incrementAndGet();
    failIf(failsToRead, "cannot read");
    return Optional.ofNullable(tiles.get(key));
  }

  @Override
  public Optional<EncodedTile> peek(TileKey key) {
    LinkageError error = missing;
    if (error != null) {
      throw error;
    }
    return peeks ? Optional.ofNullable(tiles.get(key)) : Optional.empty();
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan)
      throws IOException, InterruptedException {
    failIf(failsToWrite, "cannot write");
    if (interrupts) {
      throw new InterruptedException();
    }
    tiles.put(key, tile);
  }

  @Override
  public void remove(TileKey key) throws IOException {
    failIf(failsToWrite, "cannot remove");
    tiles.remove(key);
  }

  private void failIf(boolean fails, String sentence) throws IOException {
    LinkageError error = missing;
    if (error != null) {
      throw error;
    }
    if (fails) {
      throw new IOException(sentence);
    }
  }

  @Override
  public OptionalLong size() {
    return size;
  }

  @Override
  public Optional<TileLocks> locks() {
    return locks;
  }

  @Override
  public void close() {
    closings.incrementAndGet();
  }
}
