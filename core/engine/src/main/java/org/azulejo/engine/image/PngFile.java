package org.azulejo.engine.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The chunks of a PNG file, in the order in which they are asked for. */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};

  private final ByteArrayOutputStream out;

  PngFile(int expectedSize) {
    out = new ByteArrayOutputStream(expectedSize);
    out.writeBytes(SIGNATURE);
  }

  void header(Scanlines rows) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(rows.width()).putInt(rows.height());
    header.put((byte) rows.bitDepth()).put((byte) rows.colourType());
    chunk("IHDR", header.array(), header.capacity());
  }

  void palette(Palette palette) {
    int[] colours = palette.colours();
    byte[] rgb = new byte[colours.length * 3];
    for (int i = 0; i < colours.length; i++) {
      rgb[i * 3] = (byte) (colours[i] >> 16);
      rgb[i * 3 + 1] = (byte) (colours[i] >> 8);
      rgb[i * 3 + 2] = (byte) colours[i];
    }
    chunk("PLTE", rgb, rgb.length);
    transparency(colours, palette.translucentColours());
  }

  private void transparency(int[] colours, int count) {
    if (count > 0) {
      byte[] alpha = new byte[count];
      for (int i = 0; i < count; i++) {
        alpha[i] = (byte) (colours[i] >> 24);
      }
      chunk("tRNS", alpha, count);
    }
  }

  /** Compressed rows; nothing is written where there is nothing yet. */
  void data(byte[] bytes, int length) {
    if (length > 0) {
      chunk("IDAT", bytes, length);
    }
  }

  byte[] finished() {
    chunk("IEND", new byte[0], 0);
    return out.toByteArray();
  }

  private void chunk(String type, byte[] bytes, int length) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var checksum = new CRC32();
    checksum.update(name);
    checksum.update(bytes, 0, length);
    number(length);
    out.writeBytes(name);
    out.write(bytes, 0, length);
    number((int) checksum.getValue());
  }

  private void number(int value) {
    out.write(value >> 24);
    out.write(value >> 16);
    out.write(value >> 8);
    out.write(value);
  }
}
