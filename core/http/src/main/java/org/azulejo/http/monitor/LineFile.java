package org.azulejo.http.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.util.RolloverFileOutputStream;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines in a file for each day. They are gathered in memory, and written a few times each second by
 * a thread of its own: to write each by itself, or to wake a thread for it, costs more than a tile.
 * When that cannot keep up, lines are left out and nobody waits. Lines of one thread stay in their
 * order. Safe for many threads.
 */
final class LineFile extends AbstractLifeCycle {
  private static final int KEPT_DAYS = 30;
  private static final int MOST_BASKETS = 16;
  private static final int MOST_BYTES = 32 << 20;
  private static final long PAUSE_MILLIS = 200;
  private static final long PATIENCE_MILLIS = 5000;
  private static final Logger log = LoggerFactory.getLogger(LineFile.class);

  private final CountDownLatch isOver = new CountDownLatch(1);
  private final String file;
  private final LineBasket[] baskets;
  private @Nullable Thread writer;

  /**
   * To be started once.
   *
   * @param file whose name holds {@code yyyy_mm_dd} where the date goes
   */
  LineFile(String file) {
    this.file = file;
    // Threads that share a basket may wait for each other.
    int count = Math.min(2 * Runtime.getRuntime().availableProcessors(), MOST_BASKETS);
    this.baskets =
        Stream.generate(() -> new LineBasket(MOST_BYTES / count))
            .limit(count)
            .toArray(LineBasket[]::new);
  }

  void add(LineBasket.Line line) {
    baskets[(int) (Thread.currentThread().getId() % baskets.length)].add(line);
  }

  @Override
  protected void doStart() throws IOException {
    var out = new RolloverFileOutputStream(file, true, KEPT_DAYS, TimeZone.getTimeZone("UTC"));
    writer = new Thread(() -> run(out), "azulejo-access-log");
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  protected void doStop() throws InterruptedException {
    isOver.countDown();
    if (writer != null) {
      writer.join(PATIENCE_MILLIS);
    }
  }

  private void run(OutputStream out) {
    boolean isGood = true;
    try (out) {
      for (boolean isLast = false; !isLast; ) {
        isLast = isOver.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        isGood = write(out, isGood);
      }
    } catch (IOException | InterruptedException e) {
      log.warn("The access log ends: {}", e.toString());
    }
  }

  /** Complains of the first failure only, until it works again. */
  private boolean write(OutputStream out, boolean wasGood) {
    boolean isGood = true;
    for (LineBasket basket : baskets) {
      isGood &= write(basket, out, wasGood && isGood);
    }
    return isGood;
  }

  private boolean write(LineBasket basket, OutputStream out, boolean wasGood) {
    try {
      basket.emptyInto(out);
      return true;
    } catch (IOException e) {
      if (wasGood) {
        log.warn("The access log cannot be written: {}", e.toString());
      }
      return false;
    }
  }
}
