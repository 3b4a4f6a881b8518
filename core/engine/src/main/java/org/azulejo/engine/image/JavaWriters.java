package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Java's own writers of one format. A writer is used by one thread at a time and costs more to make
 * than a tile costs to write, so that a few are kept.
 */
final class JavaWriters {
  private static final int MOST_KEPT = 4;

  private final String format;
  private final Consumer<ImageWriteParam> settings;
  private final BlockingQueue<ImageWriter> kept = new ArrayBlockingQueue<>(MOST_KEPT);

  /**
   * @param format as Java names it, for example {@code jpeg}
   * @param settings made for every picture
   */
  JavaWriters(String format, Consumer<ImageWriteParam> settings) {
    this.format = format;
    this.settings = settings;
  }

  byte[] write(BufferedImage image) throws IOException {
    ImageWriter known = kept.poll();
    ImageWriter writer = known == null ? newWriter() : known;
    boolean isReusable = false;
    try {
      byte[] bytes = write(image, writer);
      writer.reset();
      isReusable = true;
      return bytes;
    } catch (RuntimeException e) {
      throw new IOException("The picture cannot be written as " + format + ".", e);
    } finally {
      if (!isReusable || !kept.offer(writer)) {
        writer.dispose();
      }
    }
  }

  private byte[] write(BufferedImage image, ImageWriter writer) throws IOException {
    var bytes = new ByteArrayOutputStream(1 << 14);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      settings.accept(parameters);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    }
    return bytes.toByteArray();
  }

  private ImageWriter newWriter() throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    if (!writers.hasNext()) {
      throw new IOException("This Java platform cannot write " + format + " pictures.");
    }
    return writers.next();
  }
}
