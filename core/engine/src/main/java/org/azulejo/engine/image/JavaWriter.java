package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A writer with its settings; for one thread at a time. */
record JavaWriter(ImageWriter writer, ImageWriteParam settings) implements AutoCloseable {
  /** The file; it is made in memory, for Java would otherwise take temporary files. */
  byte[] write(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream(1 << 14);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.setOutput(null);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    writer.dispose();
  }
}
