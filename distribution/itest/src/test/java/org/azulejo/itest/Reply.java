package org.azulejo.itest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** An answer, whole. */
record Reply(int status, HttpHeaders headers, byte[] body) {
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  BufferedImage picture() throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(body));
    if (picture == null) {
      throw new IOException("This is no picture: " + text());
    }
    return picture;
  }

  /** The colour of the pixel in the middle, as RRGGBB. */
  String colour() throws IOException {
    BufferedImage picture = picture();
    int pixel = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2);
    return "%06x".formatted(pixel & 0xffffff);
  }
}
