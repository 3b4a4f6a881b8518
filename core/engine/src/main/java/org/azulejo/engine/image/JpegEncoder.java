package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import org.azulejo.api.Options;

/** JPEG with halved colour resolution; what is transparent becomes white. */
final class JpegEncoder implements Encoder {
  private static final int USUAL_QUALITY = 75;

  private final float quality;
  private final boolean optimized;
  private final boolean progressive;
  private final JavaWriters writers = new JavaWriters("jpeg", this::set);

  JpegEncoder() {
    quality = USUAL_QUALITY / 100f;
    optimized = false;
    progressive = false;
  }

  JpegEncoder(Options options) {
    int percent = options.integer("quality", USUAL_QUALITY);
    quality = Math.min(Math.max(percent, 1), 100) / 100f;
    optimized = options.flag("optimize", false);
    progressive = options.flag("progressive", false);
  }

  @Override
  public byte[] encode(BufferedImage image) throws IOException {
    return writers.write(Bgr.onWhite(Argb.of(image)));
  }

  private void set(ImageWriteParam parameters) {
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    if (progressive) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    if (parameters instanceof JPEGImageWriteParam jpeg) {
      jpeg.setOptimizeHuffmanTables(optimized);
    }
  }
}
