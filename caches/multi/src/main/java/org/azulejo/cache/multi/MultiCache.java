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
  private final Reading reading;

  /**
   * @param tiers at least one; closed with this
   * @param reading how they are read
   */
  MultiCache(List<Tier> tiers, Reading reading) {
    this.tiers = List.copyOf(tiers);
    this.reading = reading;
  }

  @Override
  public Optional<EncodedTile> read(TileKey key) throws InterruptedException {
    return readSince(key, Instant.MIN);
  }

  /** A tile that is too old in one tier may be young in a later one, which others have written. */
  @Override
  public Optional<EncodedTile> readSince(TileKey key, Instant moment) throws InterruptedException {
    return reading.readSince(key, moment);
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

  /**
   * Writes to all tiers, whatever fails.
   *
   * @throws Exception if none could keep the tile
   */
  @Override
  public void write(TileKey key, EncodedTile tile, Duration lifespan) throws Exception {
    List<Exception> failures = inEach(tier -> tier.write(key, tile, lifespan));
    if (failures.size() == tiers.size()) {
      throw together(failures);
    }
  }

  /**
   * Removes from all tiers, whatever fails.
   *
   * @throws Exception if one of them may have the tile still
   */
  @Override
  public void remove(TileKey key) throws Exception {
    List<Exception> failures = inEach(tier -> tier.remove(key));
    if (!failures.isEmpty()) {
      throw together(failures);
    }
  }

  /** Of those tiers that know, together. */
  @Override
  public OptionalLong size() {
    long[] sizes = tiers.stream().map(Tier::size).flatMapToLong(OptionalLong::stream).toArray();
    return sizes.length == 0 ? OptionalLong.empty() : OptionalLong.of(LongStream.of(sizes).sum());
  }

  @Override
  public Optional<TileLocks> locks() {
    return tiers.stream().flatMap(tier -> tier.locks().stream()).findFirst();
  }

  private interface Deed {
    void in(Tier tier) throws Exception;
  }

  private List<Exception> inEach(Deed deed) throws InterruptedException {
    var failures = new ArrayList<Exception>();
    for (Tier tier : tiers) {
      try {
        deed.in(tier);
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        failures.add(e);
      }
    }
    return failures;
  }

  private static Exception together(List<Exception> failures) {
    Exception first = failures.get(0);
    failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
    return first;
  }

  @Override
  public void close() throws InterruptedException {
    reading.close();
    for (Tier tier : tiers) {
      tier.close();
    }
  }
}
