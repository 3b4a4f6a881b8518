package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import javax.imageio.ImageWriteParam;
import org.azulejo.api.Options;

/** WebP, lossy unless the options say otherwise. */
final class WebpEncoder implements Encoder {
  private static final int USUAL_QUALITY = 80;

  private final float quality;
  private final boolean lossless;
  private final JavaWriters writers = new JavaWriters("webp", WebpLibrary::writer, this::set);

  WebpEncoder() {
    quality = USUAL_QUALITY / 100f;
    lossless = false;
  }

  WebpEncoder(Options options) {
    int percent = options.integer("quality", USUAL_QUALITY);
    quality = Math.min(Math.max(percent, 0), 100) / 100f;
    lossless = options.flag("lossless", false);
  }

  @Override
  public byte[] encode(BufferedImage image) throws IOException {
    return writers.write(whole(Argb.of(image)));
  }

  private void set(ImageWriteParam parameters) {
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType(lossless ? "Lossless" : "Lossy");
    parameters.setCompressionQuality(quality);
  }

  /** A copy without gaps, and without alpha if there is none, as the library needs it. */
  private static BufferedImage whole(Argb picture) {
    int type = picture.isOpaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
    int width = picture.width();
    var target = new BufferedImage(width, picture.height(), type);
    int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < picture.height(); y++) {
      System.arraycopy(picture.pixels(), picture.row(y), pixels, y * width, width);
    }
    return target;
  }
}
