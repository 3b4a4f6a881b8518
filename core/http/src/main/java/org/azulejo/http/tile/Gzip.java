package org.azulejo.http.tile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.azulejo.api.EncodedTile;

/** Tiles that come packed, as they lie in an MBTiles file. */
final class Gzip {
  private static final int MOST_BYTES = 32 << 20;

  private Gzip() {}

  static boolean isPacked(EncodedTile tile) {
    byte[] bytes = tile.bytes();
    return !tile.format().isImage()
        && bytes.length > 2
        && bytes[0] == (byte) 0x1f
        && bytes[1] == (byte) 0x8b;
  }

  /**
   * @throws IOException if the bytes are damaged, or more than 32 MB are in them
   */
  static byte[] unpack(byte[] bytes) throws IOException {
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] plain = unpacked.readNBytes(MOST_BYTES);
      if (unpacked.read() >= 0) {
        throw new IOException("A gzipped tile holds more than " + MOST_BYTES + " bytes.");
      }
      return plain;
    }
  }
}
