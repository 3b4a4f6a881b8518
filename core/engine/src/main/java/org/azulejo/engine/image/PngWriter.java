package org.azulejo.engine.image;

import java.util.zip.Deflater;

/**
 * Writes PNG files.
 *
 * @param level of the compression: 1 is fast, 9 is small
 */
record PngWriter(PngFiltering filtering, int level) {
  /** Rows are compressed in bundles of about so many bytes, whatever the size of the picture. */
  private static final int BUNDLE_BYTES = 1 << 16;

  byte[] write(Scanlines rows) {
    var file = new PngFile(BUNDLE_BYTES);
    file.header(rows);
    rows.colours().ifPresent(file::palette);
    var deflater = new Deflater(level);
    deflater.setStrategy(filtering.strategy());
    try {
      compress(rows, deflater, file);
    } finally {
      deflater.end();
    }
    return file.finished();
  }

  private void compress(Scanlines rows, Deflater deflater, PngFile file) {
    int length = rows.rowBytes() + 1;
    int bundle = Math.max(1, Math.min(rows.height(), BUNDLE_BYTES / length));
    byte[] filtered = new byte[bundle * length];
    byte[] compressed = new byte[BUNDLE_BYTES];
    var filter = new RowFilter(rows, filtering);
    for (int y = 0; y < rows.height(); y += bundle) {
      int count = Math.min(bundle, rows.height() - y);
      for (int i = 0; i < count; i++) {
        filter.next(filtered, i * length);
      }
      deflater.setInput(filtered, 0, count * length);
      while (!deflater.needsInput()) {
        file.data(compressed, deflater.deflate(compressed));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      file.data(compressed, deflater.deflate(compressed));
    }
  }
}
