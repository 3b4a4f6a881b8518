package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngEncoderTest {
  @Test
  void theWayBackGivesTheSamePixels() throws Exception {
    var image = new BufferedImage(17, 9, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 17 * 9; i++) {
      image.setRGB(i % 17, i / 17, i * 0x01030507);
    }
    byte[] bytes = new PngEncoder().encode(image);
    BufferedImage back = ImageIO.read(new ByteArrayInputStream(bytes));
    assertThat(back.getRGB(0, 0, 17, 9, null, 0, 17))
        .containsExactly(image.getRGB(0, 0, 17, 9, null, 0, 17));
  }
}
