package org.azulejo.engine.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
