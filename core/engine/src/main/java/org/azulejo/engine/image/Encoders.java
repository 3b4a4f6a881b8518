package org.azulejo.engine.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.azulejo.api.Format;
import org.azulejo.api.Options;

/** The encoders of a layer, with its options. */
public final class Encoders {
  public Encoders(Options layer) {
    layer.section("png options");
  }

  public Encoder encoder(Format format) {
    return image -> encode(image, format.name());
  }

  private static byte[] encode(BufferedImage image, String name) throws IOException {
    var out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, name, out)) {
      throw new IOException("There is no encoder for %s.".formatted(name));
    }
    return out.toByteArray();
  }
}
