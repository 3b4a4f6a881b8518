package org.azulejo.http.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.azulejo.http.exchange.Json;

/** Bytes of lines, one after the other. What is usual is put there without making an object. */
final class LineBuffer {
  /** Which characters of ASCII stand for themselves within a text; looked up for each of them. */
  private static final boolean[] PLAIN = plain();

  private byte[] bytes = new byte[1 << 12];
  private int size;

  private static boolean[] plain() {
    var plain = new boolean[128];
    for (char c = 0; c < '\u007f'; c++) {
      plain[c] = Json.isPlain(c);
    }
    return plain;
  }

  int size() {
    return size;
  }

  /** Puts the bytes there as they are. */
  LineBuffer put(byte[] some) {
    reserve(some.length);
    System.arraycopy(some, 0, bytes, size, some.length);
    size += some.length;
    return this;
  }

  /** Puts a character of ASCII there. */
  LineBuffer put(char character) {
    reserve(1);
    bytes[size++] = (byte) character;
    return this;
  }

  /** Puts the digits of a number there. */
  LineBuffer number(long number) {
    if (number < 0) {
      return put(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
    }
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    reserve(digits);
    size += digits;
    long rest = number;
    for (int place = size - 1; place >= size - digits; place--, rest /= 10) {
      bytes[place] = (byte) ('0' + rest % 10);
    }
    return this;
  }

  /** Puts a text there as one of JSON, with its quotes. */
  LineBuffer text(String text) {
    int length = text.length();
    reserve(length + 2);
    int place = size;
    bytes[place++] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) {
        return unusual(text);
      }
      bytes[place++] = (byte) c;
    }
    bytes[place++] = '"';
    size = place;
    return this;
  }

  private LineBuffer unusual(String text) {
    return put(Json.of(text).getBytes(StandardCharsets.UTF_8));
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  /** Writes everything and is empty. */
  void drainTo(OutputStream out) throws IOException {
    int full = size;
    size = 0;
    out.write(bytes, 0, full);
  }
}
