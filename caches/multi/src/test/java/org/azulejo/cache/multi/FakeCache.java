package org.azulejo.cache.multi;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;
import org.jspecify.annotations.Nullable;

/** A cache in memory that fails when told to, and counts. */
final class FakeCache implements TileCache {
  final Map<TileKey, EncodedTile> tiles = new ConcurrentHashMap<>();
  final Queue<TileKey> asked = new ConcurrentLinkedQueue<>();
  final Queue<TileKey> given = new ConcurrentLinkedQueue<>();
  final Queue<Duration> lifespans = new ConcurrentLinkedQueue<>();
  final AtomicInteger closings = new AtomicInteger();
  volatile CountDownLatch open = new CountDownLatch(0);
  volatile Duration timeout = Duration.ZERO;
  volatile boolean failsToRead;
  volatile boolean failsToWrite;
  volatile boolean interrupts;
  volatile boolean peeks;
  volatile @Nullable LinkageError missing;
  volatile OptionalLong size = OptionalLong.empty();
  volatile Optional<TileLocks> locks = Optional.empty();

  @Override
  public Optional<EncodedTile> read(TileKey key) throws IOException, InterruptedException {
    asked.add(key);
    open.await();
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
    given.add(key);
    failIf(failsToWrite, "cannot write");
    if (interrupts) {
      throw new InterruptedException();
    }
    lifespans.add(lifespan);
    tiles.put(key, tile);
  }

  @Override
  public void remove(TileKey key) throws IOException, InterruptedException {
    failIf(failsToWrite, "cannot remove");
    tiles.remove(key);
  }

  /** How often it was asked for this tile. */
  long asked(TileKey key) {
    return asked.stream().filter(key::equals).count();
  }

  private void failIf(boolean fails, String sentence) throws IOException, InterruptedException {
    LinkageError error = missing;
    if (error != null) {
      throw error;
    }
    if (fails) {
      Thread.sleep(timeout.toMillis());
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
