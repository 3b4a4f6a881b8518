package org.azulejo.cache.multi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLocks;

/** Several caches as one, the quickest first. Whoever made them closes them. */
final class MultiCache implements TileCache {
  private final List<Tier> tiers;

  /**
   * @param tiers at least one
   */
  MultiCache(List<Tier> tiers) {
    this.tiers = List.copyOf(tiers);
  }

  @Override
  public Optional<EncodedTile> read(TileKey key) throws InterruptedException {
    return readSince(key, Instant.MIN);
  }

  /** A tile that is too old in one tier may be young in a later one, which others have written. */
  @Override
  public Optional<EncodedTile> readSince(TileKey key, Instant moment) throws InterruptedException {
    for (int i = 0; i < tiers.size(); i++) {
      Optional<EncodedTile> tile = tiers.get(i).readSince(key, moment);
      if (tile.isPresent()) {
        bringForward(key, tile.get(), i);
        return tile;
      }
    }
    return Optional.empty();
  }

  private void bringForward(TileKey key, EncodedTile tile, int from) throws InterruptedException {
    for (Tier earlier : tiers.subList(0, from)) {
      earlier.keep(key, tile);
    }
  }

  /** The tile of the first tier that has it at hand. It is not brought forward. */
  @Override
  public Optional<EncodedTile> peek(TileKey key) {
    for (Tier tier : tiers) {
      Optional<EncodedTile> tile = tier.peek(key);
      if (tile.isPresent()) {
        return tile;
      }
    }
    return Optional.empty();
  }

  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception {
    inEach(cache -> cache.write(key, tile, lifespan));
  }

  @Override
  public void remove(TileKey key) throws Exception {
    inEach(cache -> cache.remove(key));
  }

  /** Of those tiers that know, together. */
  @Override
  public OptionalLong size() {
    long[] sizes =
        tiers.stream()
            .map(tier -> tier.cache().size())
            .flatMapToLong(OptionalLong::stream)
            .toArray();
    return sizes.length == 0 ? OptionalLong.empty() : OptionalLong.of(LongStream.of(sizes).sum());
  }

  @Override
  public Optional<TileLocks> locks() {
    return tiers.stream().flatMap(tier -> tier.cache().locks().stream()).findFirst();
  }

  private interface Deed {
    void in(TileCache cache) throws Exception;
  }

  /** Goes through all tiers, whatever fails; the first failure is thrown at the end. */
  private void inEach(Deed deed) throws Exception {
    var failures = new ArrayList<Throwable>();
    for (Tier tier : tiers) {
      try {
        deed.in(tier.cache());
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception | LinkageError e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw together(failures);
    }
  }

  private static Exception together(List<Throwable> failures) {
    Throwable first = failures.get(0);
    Exception thrown =
        first instanceof Exception exception
            ? exception
            : new IllegalStateException("A class of the cache is missing: " + first, first);
    failures.stream().skip(1).filter(other -> other != first).forEach(thrown::addSuppressed);
    return thrown;
  }
}
