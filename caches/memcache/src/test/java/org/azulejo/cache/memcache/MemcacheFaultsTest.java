package org.azulejo.cache.memcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.CuttingRelay;
import org.azulejo.testkit.ServerProcess;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A memcached that is not as it should be, and several of them. */
@Timeout(60)
class MemcacheFaultsTest {
  private static final TileKey KEY = TileSamples.key("osm");

  private static TileCache cache(ServerProcess... servers) {
    return cacheAt(Stream.of(servers).mapToInt(ServerProcess::port).toArray());
  }

  private static TileCache cacheAt(int... ports) {
    var addresses = new StringBuilder();
    for (int port : ports) {
      addresses.append("'127.0.0.1:").append(port).append("',");
    }
    addresses.setLength(addresses.length() - 1);
    String options = "{'timeout': 0.5, 'servers': [" + addresses + "]}";
    return new MemcacheFactory().create(TestOptions.of(options));
  }

  @Test
  void aStoppedServerIsPassedOverUntilItIsBack() throws Exception {
    try (ServerProcess server = ServerProcess.memcached();
        TileCache cache = cache(server)) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.stop();
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      assertThatThrownBy(() -> cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15)))
          .isInstanceOf(ServerDownException.class);
      server.restart();
      awaitRecovery(cache);
    }
  }

  /** Its idle connections are broken, but it answers. */
  @Test
  void aServerThatWasRestartedMeanwhileIsNotMissed() throws Exception {
    try (ServerProcess server = ServerProcess.memcached();
        TileCache cache = cache(server)) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.restart();
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  @Test
  void aSilentServerCostsOneTimeoutAndIsUsedAgainAfterwards() throws Exception {
    try (ServerProcess server = ServerProcess.memcached();
        TileCache cache = cache(server)) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.pause();
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(SocketTimeoutException.class);
      for (int i = 0; i < 1000; i++) {
        assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      }
      server.resume();
      awaitRecovery(cache);
      assertThat(cache.read(KEY)).isPresent();
    }
  }

  /** More than the system holds for a reader that does not read. */
  @Test
  void aSilentServerDoesNotHoldWhoeverWritesALargeTile() throws Exception {
    try (ServerProcess server = ServerProcess.memcached();
        TileCache cache = cache(server)) {
      server.pause();
      assertThatThrownBy(() -> cache.write(KEY, TileSamples.tile(KEY, 40_000_000), Duration.ZERO))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aTileThatIsTooLargeForTheServerIsNotKeptAndSaidOnce() throws Exception {
    var said = new ArrayList<String>();
    Logger log = Logger.getLogger(MemcacheFactory.class.getName());
    Filter listener = record -> said.add(record.getMessage());
    log.setFilter(listener);
    try (ServerProcess server = ServerProcess.memcached();
        TileCache cache = cache(server)) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      cache.write(KEY, TileSamples.tile(KEY, 5_000_000), Duration.ZERO);
      assertThat(cache.read(KEY)).isEmpty();
      cache.write(KEY, TileSamples.tile(KEY, 5_000_000), Duration.ZERO);
      cache.write(KEY, TileSamples.tile(KEY, 700_000), Duration.ZERO);
      assertThat(cache.read(KEY)).isPresent();
      assertThat(said).singleElement().asString().contains("osm/12/656/1582.PNG has 5000000 bytes");
    } finally {
      log.setFilter(null);
    }
  }

  @Test
  void aFullServerKeepsNothingMoreButIsStillRead() throws Exception {
    try (ServerProcess server = ServerProcess.memcached("-M", "-m", "2");
        TileCache cache = cache(server)) {
      cache.write(KEY, TileSamples.tile(KEY, 1000), Duration.ZERO);
      assertThatThrownBy(() -> fill(cache)).hasMessageContaining("out of memory");
      assertThat(cache.read(KEY)).isPresent();
    }
  }

  private static void fill(TileCache cache) throws Exception {
    for (int row = 0; row < 100_000; row++) {
      TileKey key = TileSamples.key("many", 20, 0, row);
      cache.write(key, TileSamples.tile(key, 1_000), Duration.ZERO);
    }
  }

  @Test
  void severalServersShareTheTilesAndStandInForEachOther() throws Exception {
    try (ServerProcess one = ServerProcess.memcached();
        ServerProcess two = ServerProcess.memcached();
        TileCache both = cache(one, two);
        TileCache first = cache(one)) {
      writeRow(both);
      assertThat(rowIn(first)).isBetween(10, 90);
      one.stop();
      catchThrowable(() -> rowIn(both));
      writeRow(both);
      assertThat(rowIn(both)).isEqualTo(100);
    }
  }

  private static void writeRow(TileCache cache) throws Exception {
    for (int row = 0; row < 100; row++) {
      TileKey key = TileSamples.key("shared", 9, 0, row);
      cache.write(key, TileSamples.tile(key, 100), Duration.ZERO);
    }
  }

  private static int rowIn(TileCache cache) throws Exception {
    int found = 0;
    for (int row = 0; row < 100; row++) {
      found += cache.read(TileSamples.key("shared", 9, 0, row)).isPresent() ? 1 : 0;
    }
    return found;
  }

  @Test
  void aValueThatIsCutOffIsNoTileAndNotKept() throws Exception {
    EncodedTile tile = TileSamples.tile(KEY, 500_000);
    try (ServerProcess server = ServerProcess.memcached();
        CuttingRelay relay = new CuttingRelay(server.port());
        TileCache direct = cacheAt(server.port());
        TileCache cache = cacheAt(relay.port())) {
      cache.write(KEY, tile, Duration.ZERO);
      relay.cutAnswersAfter(100_000);
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(Exception.class);
      relay.cutAnswersAfter(Integer.MAX_VALUE);
      awaitRecovery(cache);
      relay.cutRequestsAfter(100_000);
      assertThatThrownBy(() -> cache.write(KEY, TileSamples.tile(KEY, 400_000), Duration.ZERO))
          .isInstanceOf(Exception.class);
      assertThat(direct.read(KEY).orElseThrow().bytes()).isEqualTo(tile.bytes());
      relay.cutRequestsAfter(Integer.MAX_VALUE);
      awaitRecovery(cache);
      assertThat(cache.read(KEY).orElseThrow().bytes()).isEqualTo(tile.bytes());
    }
  }

  @Test
  void noThreadIsLeftBehind() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (ServerProcess server = ServerProcess.memcached();
        TileCache cache = cache(server)) {
      cache.read(KEY);
      server.stop();
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(IOException.class);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread))
        .extracting(Thread::getName)
        .filteredOn(name -> !name.startsWith("process reaper"))
        .isEmpty();
  }

  @Test
  void aClosedCacheConnectsNoMore() throws Exception {
    try (ServerProcess server = ServerProcess.memcached()) {
      TileCache cache = cache(server);
      cache.read(KEY);
      cache.close();
      assertThatThrownBy(() -> cache.read(KEY)).hasMessageContaining("closed");
    }
  }

  @Test
  void aServerThatIsNoAddressIsToldWithItsKey() {
    for (String wrong : new String[] {"unix:/tmp/socket", "host:0", "host:70000", "", "a b"}) {
      String options = "{'servers': ['" + wrong + "']}";
      assertThatThrownBy(() -> new MemcacheFactory().create(TestOptions.of(options)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("servers")
          .hasMessageContaining("\"" + wrong + "\"");
    }
    assertThat(Address.of("inet6:[::1]:11212")).hasValue(new Address("[::1]", 11212));
    assertThat(Address.of("cache.example.com")).hasValue(new Address("cache.example.com", 11211));
  }

  private static void awaitRecovery(TileCache cache) throws InterruptedException {
    while (catchThrowable(() -> cache.read(KEY)) != null) {
      Thread.sleep(20);
    }
  }
}
