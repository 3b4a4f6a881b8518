package org.azulejo.http.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.RolloverFileOutputStream;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines in a file for each day. They are gathered in memory, and written a few times each second by
 * a thread of its own: to write each by itself, or to wake a thread for it, costs more than a tile.
 * When that cannot keep up, lines are left out and nobody waits. Safe for many threads.
 */
final class LineFile extends AbstractLifeCycle {
  private static final int KEPT_DAYS = 30;
  private static final int MOST_CHARACTERS = 8 << 20;
  private static final long PAUSE_MILLIS = 200;
  private static final long PATIENCE_MILLIS = 5000;
  private static final Logger log = LoggerFactory.getLogger(LineFile.class);

  private final Object lock = new Object();
  private final CountDownLatch isOver = new CountDownLatch(1);
  private final String file;
  private StringBuilder gathered = new StringBuilder();
  private StringBuilder spare = new StringBuilder();
  private @Nullable Thread writer;

  /** Puts a line at the end, without the line feed. */
  @FunctionalInterface
  interface Line {
    void appendTo(StringBuilder lines);
  }

  /**
   * To be started once.
   *
   * @param file whose name holds {@code yyyy_mm_dd} where the date goes
   */
  LineFile(String file) {
    this.file = file;
  }

  /** Takes a line. One at a time is put there, so that it may keep things in mind. */
  void add(Line line) {
    synchronized (lock) {
      if (gathered.length() < MOST_CHARACTERS) {
        line.appendTo(gathered);
        gathered.append('\n');
      }
    }
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
    StringBuilder lines = swap();
    try {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    } catch (IOException e) {
      if (wasGood) {
        log.warn("The access log cannot be written: {}", e.toString());
      }
      return false;
    } finally {
      lines.setLength(0);
    }
  }

  private StringBuilder swap() {
    synchronized (lock) {
      StringBuilder full = gathered;
      gathered = spare;
      spare = full;
      return full;
    }
  }
}
