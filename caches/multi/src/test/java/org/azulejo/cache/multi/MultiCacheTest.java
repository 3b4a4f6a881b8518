package org.azulejo.cache.multi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileKeepingContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiCacheTest implements TileKeepingContract {
  private final TileKey key = TileSamples.key("osm");
  private final EncodedTile tile = TileSamples.tile(key, 100);
  private final FakeCache first = new FakeCache();
  private final FakeCache second = new FakeCache();
  private final FakeCache third = new FakeCache();
  private final TileCache multi = cache();

  @Override
  public TileCache cache() {
    Iterator<TileCache> caches = List.<TileCache>of(first, second, third).iterator();
    var options = TestOptions.of("{'tiers': [{}, {}, {}]}", section -> caches.next());
    return new MultiFactory().create(options);
  }

  @Test
  void aTileIsWrittenToEveryTierAndRemovedFromEveryTier() throws Exception {
    multi.write(key, tile, Duration.ZERO);
    assertThat(List.of(first, second, third)).allMatch(tier -> tier.tiles.containsKey(key));
    multi.remove(key);
    assertThat(List.of(first, second, third)).allMatch(tier -> tier.tiles.isEmpty());
  }

  @Test
  void itsSizeIsThatOfTheTiersThatKnowTheirs() {
    assertThat(multi.size()).isEmpty();
    first.size = OptionalLong.of(10);
    third.size = OptionalLong.of(5);
    assertThat(multi.size()).hasValue(15);
  }

  @Test
  void theFirstTierThatHasTheTileAnswers() throws Exception {
    multi.write(key, tile, Duration.ZERO);
    assertThat(multi.read(key)).containsSame(tile);
    assertThat(second.asked).isEmpty();
  }

  @Test
  void aTileIsBroughtToTheEarlierTiersAndKeepsItsAge() throws Exception {
    var old = new EncodedTile(key.format(), new byte[] {1}, Instant.EPOCH);
    second.tiles.put(key, old);
    assertThat(multi.read(key)).containsSame(old);
    assertThat(first.tiles.get(key).made()).isEqualTo(Instant.EPOCH);
    assertThat(third.tiles).isEmpty();
  }

  @Test
  void aTileIsBroughtForwardForAsLongAsItIsWanted() throws Exception {
    Instant made = Instant.parse("2026-01-01T12:00:00Z");
    second.tiles.put(key, new EncodedTile(key.format(), new byte[] {1}, made));
    multi.readSince(key, made.minusSeconds(40));
    assertThat(first.lifespans).containsExactly(Duration.ofSeconds(40));
    first.tiles.clear();
    multi.read(key);
    assertThat(first.lifespans).containsExactly(Duration.ofSeconds(40), Duration.ZERO);
  }

  @Test
  void ofATileThatIsTooOldALaterTierMayHaveAYoungerOne() throws Exception {
    var old = new EncodedTile(key.format(), new byte[] {1}, Instant.EPOCH);
    first.tiles.put(key, old);
    second.tiles.put(key, old);
    third.tiles.put(key, tile);
    assertThat(multi.readSince(key, Instant.EPOCH)).containsSame(tile);
    assertThat(first.tiles).containsEntry(key, tile);
    assertThat(multi.readSince(key, tile.made())).isEmpty();
  }

  @Test
  void anEmptyTileIsAMiss() throws Exception {
    first.tiles.put(key, TileSamples.tile(key, 0));
    second.tiles.put(key, tile);
    assertThat(multi.read(key)).containsSame(tile);
    assertThat(first.tiles).containsEntry(key, tile);
  }

  @Test
  void aTierThatCannotBeReadIsPassedOver() throws Exception {
    first.failsToRead = true;
    second.tiles.put(key, tile);
    assertThat(multi.read(key)).containsSame(tile);
    assertThat(multi.read(TileSamples.key("unknown"))).isEmpty();
  }

  @Test
  void aTierThatCannotKeepATileOfALaterOneDoesNoHarm() throws Exception {
    first.failsToWrite = true;
    third.tiles.put(key, tile);
    assertThat(multi.read(key)).containsSame(tile);
    assertThat(second.tiles).containsEntry(key, tile);
  }

  @Test
  void aTileThatOneTierKeepsIsKept() throws Exception {
    first.failsToWrite = true;
    third.failsToWrite = true;
    multi.write(key, tile, Duration.ZERO);
    assertThat(second.tiles).containsEntry(key, tile);
  }

  @Test
  void aTileThatNoTierKeepsIsAFailure() {
    List.of(first, second, third).forEach(tier -> tier.failsToWrite = true);
    assertThatThrownBy(() -> multi.write(key, tile, Duration.ZERO))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot write")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(2));
  }

  @Test
  void aFailureToRemoveIsThrownOnceTheOtherTiersHaveForgottenTheTile() throws Exception {
    multi.write(key, tile, Duration.ZERO);
    first.failsToWrite = true;
    assertThatThrownBy(() -> multi.remove(key)).hasMessage("cannot remove");
    assertThat(second.tiles).isEmpty();
    assertThat(third.tiles).isEmpty();
  }

  @Test
  void aTierWhoseLibraryIsMissingIsPassedOver() throws Exception {
    first.missing = new NoClassDefFoundError("redis/Client");
    third.tiles.put(key, tile);
    assertThat(multi.peek(key)).isEmpty();
    assertThat(multi.read(key)).containsSame(tile);
    assertThatThrownBy(() -> multi.remove(key)).hasRootCause(first.missing);
    assertThat(third.tiles).isEmpty();
  }

  @Test
  void whoIsInterruptedGoesThroughNoMoreTiers() {
    first.failsToWrite = true;
    second.interrupts = true;
    assertThatThrownBy(() -> multi.write(key, tile, Duration.ZERO))
        .isInstanceOf(InterruptedException.class);
    assertThat(third.tiles).isEmpty();
  }

  @Test
  void aPeekAsksEachTierAndWaitsForNone() throws Exception {
    third.peeks = true;
    multi.write(key, tile, Duration.ZERO);
    assertThat(multi.peek(key)).containsSame(tile);
    assertThat(first.asked).isEmpty();
  }

  @Test
  void theLocksAreThoseOfTheFirstTierThatHasAny() throws Exception {
    assertThat(multi.locks()).isEmpty();
    TileLock lock = () -> {};
    second.locks = Optional.of((key, stale) -> lock);
    third.locks = Optional.of((key, stale) -> () -> {});
    assertThat(multi.locks().orElseThrow().lock(key, Duration.ZERO)).isSameAs(lock);
  }

  @Test
  void theTiersStayOpenForTheyBelongToTheServer() throws Exception {
    multi.close();
    assertThat(List.of(first, second, third)).allMatch(tier -> tier.closings.get() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'tiers': []}"})
  void noTiersAreAProblem(String json) {
    var options = TestOptions.of(json, section -> first);
    assertThatThrownBy(() -> new MultiFactory().create(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("test.tiers: expected a list of at least one cache, found none.");
  }
}
