package org.azulejo.http.monitor;

import java.io.IOException;
import java.io.OutputStream;

/** Gathers lines of several threads while those before are written. Emptied by one thread. */
final class LineBasket {
  private final Object lock = new Object();
  private final int mostBytes;
  private LineBuffer gathered = new LineBuffer();
  private LineBuffer spare = new LineBuffer();

  /**
   * @param mostBytes after which lines are left out
   */
  LineBasket(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Puts a line at the end, without the line feed. */
  @FunctionalInterface
  interface Line {
    void appendTo(LineBuffer lines);
  }

  /** Takes the line, unless there are too many already. */
  void add(Line line) {
    synchronized (lock) {
      if (gathered.size() < mostBytes) {
        line.appendTo(gathered);
        gathered.put('\n');
      }
    }
  }

  /** Writes what was gathered; it is gone in any case. */
  void emptyInto(OutputStream out) throws IOException {
    LineBuffer full = swap();
    if (full.size() > 0) {
      full.drainTo(out);
      out.flush();
    }
  }

  private LineBuffer swap() {
    synchronized (lock) {
      LineBuffer full = gathered;
      gathered = spare;
      spare = full;
      return full;
    }
  }
}
