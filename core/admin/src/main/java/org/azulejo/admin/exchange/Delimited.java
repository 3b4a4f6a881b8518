package org.azulejo.admin.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** What comes before a delimiter; the delimiter is taken as well. For one thread. */
final class Delimited extends InputStream {
  private final InputStream in;
  private final byte[] delimiter;

  /** How many bytes of the delimiter have been seen. */
  private int seen;

  /** Of those, where the next one to give back is, once they proved to be content. */
  private int given;

  private int held = -1;
  private boolean isBack;
  private boolean isOver;

  /**
   * @param delimiter whose first byte is nowhere else in it
   * @param seen how much of it is taken as read already
   */
  Delimited(InputStream in, byte[] delimiter, int seen) {
    this.in = in;
    this.delimiter = delimiter;
    this.seen = seen;
  }

  @Override
  public int read() throws IOException {
    if (isBack) {
      return giveBack();
    }
    while (!isOver) {
      int next = take();
      if (next == (delimiter[seen] & 0xff)) {
        seen++;
        isOver = seen == delimiter.length;
      } else if (seen == 0) {
        return next;
      } else {
        held = next;
        isBack = true;
        return giveBack();
      }
    }
    return -1;
  }

  private int take() throws IOException {
    int next = held >= 0 ? held : in.read();
    held = -1;
    if (next < 0) {
      throw new EOFException("the form breaks off");
    }
    return next;
  }

  private int giveBack() {
    int next = delimiter[given++] & 0xff;
    if (given == seen) {
      given = 0;
      seen = 0;
      isBack = false;
    }
    return next;
  }
}
