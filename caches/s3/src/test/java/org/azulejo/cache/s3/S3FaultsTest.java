package org.azulejo.cache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.cache.objectstore.UnreachableException;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.cache.s3server.S3Server;
import org.azulejo.testkit.CuttingRelay;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that is not as it should be. */
@Timeout(60)
class S3FaultsTest {
  private static final TileKey KEY = TileSamples.key("osm");

  private static TileCache cache(URI endpoint) {
    return cache(endpoint, S3Server.SECRET, 10);
  }

  private static TileCache cache(URI endpoint, String secret, double timeout) {
    String more = ", 'timeout': " + timeout;
    return new S3Factory().create(TestOptions.of(Options.at(endpoint, secret, more)));
  }

  @Test
  void aStoppedStoreIsPassedOverUntilItIsBack() throws Exception {
    try (S3Server server = S3Server.start();
        TileCache cache = cache(server.address())) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.stop();
      assertThatThrownBy(() -> cache.read(KEY))
          .isInstanceOf(UnreachableException.class)
          .hasMessage("127.0.0.1 cannot be reached.");
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      assertThatThrownBy(() -> cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15)))
          .isInstanceOf(ServerDownException.class);
      server.restart();
      awaitRecovery(cache);
    }
  }

  /** Its idle connections are broken, but it answers. */
  @Test
  void aStoreThatWasRestartedMeanwhileIsNotMissed() throws Exception {
    try (S3Server server = S3Server.start();
        TileCache cache = cache(server.address())) {
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.restart();
      assertThat(cache.read(KEY)).isEmpty();
      server.restart();
      cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      assertThat(cache.read(KEY)).isPresent();
    }
  }

  @Test
  void aSilentStoreCostsOneTimeoutAndIsUsedAgainAfterwards() throws Exception {
    try (S3Server server = S3Server.start();
        TileCache patient = cache(server.address());
        TileCache cache = cache(server.address(), S3Server.SECRET, 0.5)) {
      patient.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
      server.pause();
      assertThatThrownBy(() -> cache.read(KEY))
          .isInstanceOf(UnreachableException.class)
          .hasMessage("127.0.0.1 did not answer in time.");
      for (int i = 0; i < 1000; i++) {
        assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      }
      server.resume();
      awaitRecovery(cache);
      assertThat(patient.read(KEY)).isPresent();
    }
  }

  @Test
  void aWrongSecretIsSaidAndNotShown() throws Exception {
    try (S3Server server = S3Server.start();
        TileCache cache = cache(server.address(), "wrong-one", 10)) {
      assertThat(catchThrowable(() -> cache.read(KEY)).toString())
          .contains("correct \"secret\"")
          .doesNotContain("wrong-one");
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
      assertThat(server.keys()).isEmpty();
    }
  }

  @Test
  void aBucketThatIsNotThereIsSaid() throws Exception {
    try (S3Server server = S3Server.start();
        TileCache cache = new S3Factory().create(TestOptions.of(other(server)))) {
      assertThatThrownBy(() -> cache.read(KEY)).hasMessageContaining("There is no bucket other");
      assertThatThrownBy(() -> cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO))
          .hasMessageContaining("There is no bucket other");
    }
  }

  private static String other(S3Server server) {
    return Options.at(server.address(), "").replace("'tiles'", "'other'");
  }

  @Test
  void aValueThatIsCutOffIsNoTile() throws Exception {
    try (S3Server server = S3Server.start();
        CuttingRelay relay = new CuttingRelay(server.address().getPort());
        TileCache cache = cache(URI.create("http://127.0.0.1:" + relay.port()))) {
      cache.write(KEY, TileSamples.tile(KEY, 500_000), Duration.ZERO);
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
    try (S3Server server = S3Server.start();
        CuttingRelay relay = new CuttingRelay(server.address().getPort());
        TileCache cache = cache(URI.create("http://127.0.0.1:" + relay.port()))) {
      relay.cutRequestsAfter(100_000);
      assertThatThrownBy(() -> cache.write(KEY, TileSamples.tile(KEY, 500_000), Duration.ZERO))
          .isInstanceOf(UnreachableException.class);
      relay.cutRequestsAfter(Integer.MAX_VALUE);
      awaitRecovery(cache);
      assertThat(cache.read(KEY)).isEmpty();
    }
  }

  /** The client's own thread ends once nobody has it any more. */
  @Test
  void noThreadIsLeftBehind() throws Exception {
    try (S3Server server = S3Server.start()) {
      Set<Thread> before = Thread.getAllStackTraces().keySet();
      try (TileCache cache = cache(server.address())) {
        cache.read(KEY);
        server.stop();
        assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(UnreachableException.class);
      }
      while (!newThreads(before).isEmpty()) {
        System.gc();
        Thread.sleep(20);
      }
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
