package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Writers of one format. A writer costs more to make than a tile costs to write and serves one
 * thread at a time, so that a few are kept.
 */
final class JavaWriters {
  private static final int MOST_KEPT = 4;

  private final String format;
  private final Source source;
  private final Consumer<ImageWriteParam> settings;
  private final BlockingQueue<JavaWriter> kept = new ArrayBlockingQueue<>(MOST_KEPT);

  /** Makes writers. */
  @FunctionalInterface
  interface Source {
    ImageWriter writer() throws IOException;
  }

  /** Java's own writers of a format, by Java's name for it. */
  JavaWriters(String format, Consumer<ImageWriteParam> settings) {
    this(format, () -> platformWriter(format), settings);
  }

  JavaWriters(String format, Source source, Consumer<ImageWriteParam> settings) {
    this.format = format;
    this.source = source;
    this.settings = settings;
  }

  byte[] write(BufferedImage image) throws IOException {
    JavaWriter known = kept.poll();
    JavaWriter writer = known == null ? newWriter() : known;
    boolean isReusable = false;
    try {
      byte[] bytes = writer.write(image);
      isReusable = true;
      return bytes;
    } catch (RuntimeException e) {
      throw new IOException("The picture cannot be written as " + format + ".", e);
    } finally {
      if (!isReusable || !kept.offer(writer)) {
        writer.close();
      }
    }
  }

  private JavaWriter newWriter() throws IOException {
    ImageWriter writer = source.writer();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    settings.accept(parameters);
    return new JavaWriter(writer, parameters);
  }

  private static ImageWriter platformWriter(String format) throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    if (!writers.hasNext()) {
      throw new IOException("This Java platform cannot write " + format + " pictures.");
    }
    return writers.next();
  }
}
