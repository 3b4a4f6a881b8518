package org.azulejo.cache.disk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Packs and unpacks whole tiles, within a limit. */
final class Gzip {
  private Gzip() {}

  static byte[] pack(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  /**
   * @throws IOException if the bytes are damaged, or more than {@code most} would come out
   */
  static byte[] unpack(byte[] packed, int most) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = gzip.readNBytes(most);
      if (gzip.read() >= 0) {
        throw new IOException("it unpacks to more than " + most + " bytes");
      }
      return bytes;
    }
  }
}
