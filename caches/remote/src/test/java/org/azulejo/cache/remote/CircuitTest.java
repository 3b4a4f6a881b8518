package org.azulejo.cache.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CircuitTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicBoolean isUp = new AtomicBoolean(true);
  private final Semaphore probes = new Semaphore(0);
  private final Circuit circuit =
      new Circuit("The server", this::probe, IOException.class::isInstance);

  @AfterEach
  void close() throws Exception {
    circuit.close();
  }

  @Test
  void aServerThatAnswersIsAsked() throws Exception {
    assertThat(circuit.call(this::ask)).isEqualTo("answer");
    assertThat(circuit.call(this::ask)).isEqualTo("answer");
    assertThat(asked).hasValue(2);
  }

  @Test
  void aServerThatIsDownIsAskedOnce() {
    isUp.set(false);
    assertThatThrownBy(() -> circuit.call(this::ask)).hasMessage("no answer");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> circuit.call(this::ask))
          .isInstanceOf(ServerDownException.class)
          .hasMessage("The server is passed over until it answers again: no answer");
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void aServerThatComesBackIsAskedAgain() throws Exception {
    isUp.set(false);
    assertThatThrownBy(() -> circuit.call(this::ask)).hasMessage("no answer");
    Thread watch = watch();
    probes.acquire();
    assertThatThrownBy(() -> circuit.call(this::ask)).isInstanceOf(ServerDownException.class);
    isUp.set(true);
    watch.join();
    assertThat(circuit.call(this::ask)).isEqualTo("answer");
  }

  @Test
  void aSingleCallThatFailsIsNoOutage() throws Exception {
    assertThatThrownBy(() -> circuit.call(() -> Integer.parseInt("full")))
        .isInstanceOf(NumberFormatException.class);
    assertThat(circuit.call(this::ask)).isEqualTo("answer");
  }

  @Test
  void closingEndsTheWaitingForTheServer() throws Exception {
    isUp.set(false);
    assertThatThrownBy(() -> circuit.call(this::ask)).hasMessage("no answer");
    Thread watch = watch();
    circuit.close();
    assertThat(watch.isAlive()).isFalse();
    assertThatThrownBy(() -> circuit.call(this::ask)).isInstanceOf(ServerDownException.class);
  }

  private static Thread watch() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("azulejo waits for The server"))
        .findFirst()
        .orElseThrow();
  }

  private String ask() throws IOException {
    asked.incrementAndGet();
    return answer();
  }

  private String probe() throws IOException {
    probes.release();
    return answer();
  }

  private String answer() throws IOException {
    if (!isUp.get()) {
      throw new IOException("no answer");
    }
    return "answer";
  }
}
