package org.azulejo.engine.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWatchTest {
  private final ConfigurationReader reader = new ConfigurationReader();
  private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
  @TempDir private Path folder;
  private Path file;
  private ConfigurationWatch watch;

  private final ConfigurationWatch.Listener listener =
      new ConfigurationWatch.Listener() {
        @Override
        public void changed(Configuration configuration) {
          heard.add(configuration.layers().keySet());
          if (configuration.layers().containsKey("fatal")) {
            throw new IllegalStateException("The listener fails.");
          }
          if (configuration.layers().containsKey("grave")) {
            throw new OutOfMemoryError("The listener asked for too much.");
          }
        }

        @Override
        public void refused(String sentence) {
          heard.add(sentence);
        }
      };

  @BeforeEach
  void startWatching() throws IOException {
    file = folder.resolve("azulejo.json");
    save("first");
    ConfigurationSource source = ConfigurationSource.of(file.toString());
    watch = new ConfigurationWatch(source, reader, source.stamp(), listener);
    watch.start();
  }

  @AfterEach
  void stopWatching() {
    watch.close();
  }

  private void save(String layer) throws IOException {
    Files.writeString(file, "{\"layers\": {\"%s\": {}}}".formatted(layer));
  }

  private Object next() throws InterruptedException {
    return heard.poll(30, TimeUnit.SECONDS);
  }

  @Test
  void aChangeIsHeardOf() throws Exception {
    save("another");
    assertThat(next()).isEqualTo(Set.of("another"));
  }

  @Test
  void tenSavesInABurstAreOneChange() throws Exception {
    for (int i = 0; i < 10; i++) {
      save("layer" + "x".repeat(i));
    }
    assertThat(next()).isEqualTo(Set.of("layerxxxxxxxxx"));
    save("last");
    assertThat(next()).isEqualTo(Set.of("last"));
  }

  @Test
  void aBadOneIsRefusedAndTheNextGoodOneIsTaken() throws Exception {
    Files.writeString(file, "{");
    assertThat(next()).asString().startsWith("azulejo.json: line 1, column ");
    save("better");
    assertThat(next()).isEqualTo(Set.of("better"));
  }

  @Test
  void aFileMovedInPlaceIsAChangeEvenOfTheSameSizeAndTime() throws Exception {
    Path next = folder.resolve("next.json");
    var attributes = Files.readAttributes(file, BasicFileAttributes.class);
    assumeThat(attributes.fileKey()).as("the file system tells one file from another").isNotNull();
    Files.writeString(next, Files.readString(file).replace("first", "moved"));
    Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    assertThat(next()).isEqualTo(Set.of("moved"));
  }

  @Test
  void aFileThatVanishesIsSaidAndMayComeBack() throws Exception {
    Path aside = folder.resolve("aside.json");
    Files.move(file, aside);
    assertThat(next())
        .isEqualTo(
            "The configuration %s cannot be read: There is no such file."
                .formatted(file.getFileName()));
    Files.move(aside, file);
    assertThat(next()).isEqualTo(Set.of("first"));
  }

  @Test
  void aListenerThatFailsIsToldAndHearsOfTheNextChange() throws Exception {
    save("fatal");
    assertThat(next()).isEqualTo(Set.of("fatal"));
    assertThat(next()).asString().contains("IllegalStateException");
    save("harmless");
    assertThat(next()).isEqualTo(Set.of("harmless"));
  }

  @Test
  void whatCannotBeReadForAWhileIsReadAgainThoughItDoesNotChange() throws Exception {
    var requests = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          // The first is for the stamp, the next two look, and the fourth reads what has changed.
          int number = requests.incrementAndGet();
          byte[] json = "{\"layers\": {\"%s\": {}}}".formatted(number > 1).getBytes(UTF_8);
          exchange.sendResponseHeaders(number == 4 ? 503 : 200, json.length);
          exchange.getResponseBody().write(json);
          exchange.close();
        });
    server.start();
    ConfigurationSource source =
        ConfigurationSource.of("http://127.0.0.1:%d/a".formatted(server.getAddress().getPort()));
    try (var brisk =
        new ConfigurationWatch(source, reader, source.stamp(), listener, Duration.ofMillis(20))) {
      brisk.start();
      assertThat(next()).isEqualTo("The configuration a cannot be read: The server answered 503.");
      assertThat(next()).isEqualTo(Set.of("true"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatIsWrongForAWhileIsSaidOnce() throws Exception {
    Files.delete(file);
    assertThat(next()).asString().contains("There is no such file");
    watch.take();
    Files.writeString(file, "{");
    assertThat(next()).asString().startsWith("azulejo.json: line 1, column ");
  }

  @Test
  void oneReadingIsHeardOfBeforeTheNextBegins() throws Exception {
    var readings = new AtomicInteger();
    var mostAtOnce = new AtomicInteger();
    var other = new Thread[1];
    ConfigurationSource source = ConfigurationSource.of(file.toString());
    var slow =
        new ConfigurationWatch.Listener() {
          @Override
          public void changed(Configuration configuration) {
            mostAtOnce.accumulateAndGet(readings.incrementAndGet(), Math::max);
            while (other[0].getState() != Thread.State.BLOCKED
                && other[0].getState() != Thread.State.TERMINATED
                && Thread.currentThread() != other[0]) {
              Thread.onSpinWait();
            }
            readings.decrementAndGet();
          }

          @Override
          public void refused(String sentence) {
            heard.add(sentence);
          }
        };
    var twice = new ConfigurationWatch(source, reader, source.stamp(), slow);
    other[0] = new Thread(twice::take);
    var one = new Thread(twice::take);
    one.start();
    while (readings.get() == 0) {
      Thread.onSpinWait();
    }
    other[0].start();
    one.join();
    other[0].join();
    assertThat(mostAtOnce).hasValue(1);
  }

  @Test
  void notEvenAnErrorEndsTheWatch() throws Exception {
    save("grave");
    assertThat(next()).isEqualTo(Set.of("grave"));
    assertThat(next()).asString().contains("OutOfMemoryError");
    save("harmless");
    assertThat(next()).isEqualTo(Set.of("harmless"));
  }

  @Test
  void whatTakesTooLongToReadIsNotHeardOfAfterClosing() throws Exception {
    Path pipe = folder.resolve("pipe.json");
    assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Files.move(pipe, file, StandardCopyOption.REPLACE_EXISTING);
    try (var out = Files.newOutputStream(file)) { // Opens once the watch begins to read.
      watch.close();
      out.write("{\"layers\": {\"late\": {}}}".getBytes(UTF_8));
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("azulejo-configuration")) {
        thread.join();
      }
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void afterClosingNothingIsHeardAndNoThreadIsLeft() throws Exception {
    watch.close();
    save("late");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("azulejo-configuration");
    assertThat(heard).isEmpty();
  }
}
