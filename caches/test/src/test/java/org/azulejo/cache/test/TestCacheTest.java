package org.azulejo.cache.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.api.TileLock;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileCacheContract;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestCacheTest implements TileCacheContract {
  private final Logger log = Logger.getLogger(TestFactory.class.getName());
  private final Sentences sentences = new Sentences();

  @Override
  public TileCache cache() {
    return new TestFactory().create(TestOptions.of("{}"));
  }

  @BeforeEach
  void listen() {
    log.addHandler(sentences);
  }

  @AfterEach
  void listenNoMore() {
    log.removeHandler(sentences);
  }

  @Test
  void whatWasWrittenIsNotKept() throws Exception {
    TileKey key = TileSamples.key("osm");
    TileCache cache = cache();
    cache.write(key, TileSamples.tile(key, 1234), Duration.ZERO);
    assertThat(cache.read(key)).isEmpty();
  }

  @Test
  void aVerboseCacheTellsEachCallInTheWordsOfTileStache() throws Exception {
    TileKey key = TileSamples.key("osm");
    TileCache cache = new TestFactory().create(TestOptions.of("{'verbose': true}"));
    TileLock lock = cache.locks().orElseThrow().lock(key, Duration.ofSeconds(15));
    cache.read(key);
    cache.write(key, TileSamples.tile(key, 1234), Duration.ZERO);
    lock.close();
    lock.close();
    cache.remove(new TileKey("osm", key.coordinate(), Format.JPEG, 2));
    assertThat(sentences.said)
        .containsExactly(
            "Test cache lock: osm 12/656/1582 PNG",
            "Test cache read: osm 12/656/1582 PNG",
            "Test cache save: 1234 bytes to osm 12/656/1582 PNG",
            "Test cache unlock: osm 12/656/1582 PNG",
            "Test cache remove: osm 12/656/1582@2x JPEG");
  }

  @Test
  void anyOtherCacheIsSilentAndHasNoLocks() throws Exception {
    TileCache cache = cache();
    cache.read(TileSamples.key("osm"));
    assertThat(sentences.said).isEmpty();
    assertThat(cache.locks()).isEmpty();
  }

  private static final class Sentences extends Handler {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord record) {
      said.add(new SimpleFormatter().formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
