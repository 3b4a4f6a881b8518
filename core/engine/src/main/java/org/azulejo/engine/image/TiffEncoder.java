package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageWriteParam;

/** TIFF, losslessly compressed; with alpha unless the picture is opaque. */
final class TiffEncoder implements Encoder {
  private final JavaWriters writers = new JavaWriters("tiff", TiffEncoder::compress);

  @Override
  public byte[] encode(BufferedImage image) throws IOException {
    Argb picture = Argb.of(image);
    return writers.write(picture.isOpaque() ? Bgr.onWhite(picture) : image);
  }

  private static void compress(ImageWriteParam parameters) {
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType("LZW");
  }
}
