package org.azulejo.cache.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.cache.objectstore.UnreachableException;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.CuttingRelay;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** A store that is not as it should be. */
@EnabledIf(value = AzuriteInstallation.IS_THERE, disabledReason = AzuriteInstallation.IS_MISSING)
@Timeout(60)
class AzureFaultsTest {
  private static final TileKey KEY = TileSamples.key("osm");

  private Azurite azurite;

  @BeforeEach
  void start() throws Exception {
    azurite = Azurite.start();
  }

  @AfterEach
  void stop() throws Exception {
    azurite.close();
  }

  private TileCache cache() {
    return cache(azurite.address(), 10);
  }

  private static TileCache cache(URI endpoint, double timeout) {
    String section = Sections.byKey(endpoint, ", 'timeout': " + timeout);
    return new AzureFactory(Map.of()).create(TestOptions.of(section));
  }

  private static void write(TileCache cache, int bytes) throws Exception {
    cache.write(KEY, TileSamples.tile(KEY, bytes), Duration.ZERO);
  }

  @Test
  void aStoppedStoreIsPassedOverUntilItIsBack() throws Exception {
    try (TileCache cache = cache()) {
      write(cache, 10);
      azurite.stop();
      assertThatThrownBy(() -> cache.read(KEY))
          .isInstanceOf(UnreachableException.class)
          .hasMessage("127.0.0.1 cannot be reached.");
      assertThatThrownBy(() -> cache.read(KEY))
          .isInstanceOf(ServerDownException.class)
          .hasMessageStartingWith("The container tiles at 127.0.0.1 is passed over");
      assertThatThrownBy(() -> cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15)))
          .isInstanceOf(ServerDownException.class);
      azurite.restart();
      awaitRecovery(cache);
    }
  }

  @Test
  void aSilentStoreCostsOneTimeoutAndIsUsedAgainAfterwards() throws Exception {
    try (TileCache patient = cache();
        TileCache cache = cache(azurite.address(), 0.5)) {
      write(patient, 10);
      azurite.pause();
      assertThatThrownBy(() -> cache.read(KEY))
          .isInstanceOf(UnreachableException.class)
          .hasMessage("127.0.0.1 did not answer in time.");
      for (int i = 0; i < 1000; i++) {
        assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      }
      azurite.resume();
      awaitRecovery(cache);
      assertThat(patient.read(KEY)).isPresent();
    }
  }

  @Test
  void aValueThatIsCutOffIsNoTile() throws Exception {
    try (CuttingRelay relay = new CuttingRelay(azurite.port());
        TileCache cache = cache(through(relay), 10)) {
      write(cache, 500_000);
      assertThat(cache.read(KEY)).isPresent();
      relay.cutAnswersAfter(100_000);
      assertThatThrownBy(() -> cache.read(KEY))
          .hasMessage("The connection to 127.0.0.1 broke off.");
      relay.cutAnswersAfter(Integer.MAX_VALUE);
      awaitRecovery(cache);
      assertThat(cache.read(KEY).orElseThrow().bytes())
          .isEqualTo(TileSamples.tile(KEY, 500_000).bytes());
    }
  }

  @Test
  void aValueThatIsCutOffOnItsWayThereIsNotKept() throws Exception {
    try (CuttingRelay relay = new CuttingRelay(azurite.port());
        TileCache cache = cache(through(relay), 10)) {
      relay.cutRequestsAfter(100_000);
      assertThatThrownBy(() -> write(cache, 500_000)).isInstanceOf(UnreachableException.class);
      relay.cutRequestsAfter(Integer.MAX_VALUE);
      awaitRecovery(cache);
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  private static URI through(CuttingRelay relay) {
    return URI.create("http://127.0.0.1:%d/%s".formatted(relay.port(), Azurite.ACCOUNT));
  }

  /** The client's own thread ends once nobody has it any more. */
  @Test
  void noThreadIsLeftBehind() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (TileCache cache = cache()) {
      cache.read(KEY);
      azurite.stop();
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(UnreachableException.class);
    }
    while (!newThreads(before).isEmpty()) {
      System.gc();
      Thread.sleep(20);
    }
  }

  private static List<String> newThreads(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !name.startsWith("process reaper"))
        .toList();
  }

  private static void awaitRecovery(TileCache cache) throws InterruptedException {
    while (catchThrowable(() -> cache.read(KEY)) != null) {
      Thread.sleep(20);
    }
  }
}
