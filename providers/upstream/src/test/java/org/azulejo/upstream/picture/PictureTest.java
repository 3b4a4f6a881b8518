package org.azulejo.upstream.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.azulejo.api.Format;
import org.azulejo.api.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
  @ParameterizedTest
  @CsvSource({"png, PNG", "jpg, JPEG", "gif, GIF", "bmp, BMP", "tiff, TIFF"})
  void theKindAndTheSizeAreReadFromTheHeader(String writer, String name) throws IOException {
    Picture picture = Picture.of(encoded(writer));
    assertThat(picture.format().name()).isEqualTo(name);
    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void aPictureCutOffAnywhereIsRefused(String writer) throws IOException {
    byte[] whole = encoded(writer);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Picture.of(part))
          .as("%d bytes of %d", length, whole.length)
          .isInstanceOf(UpstreamException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif", "bmp", "tiff"})
  void paddingAtTheEndDoesNoHarm(String writer) throws IOException {
    byte[] whole = encoded(writer);
    assertThat(Picture.of(Arrays.copyOf(whole, whole.length + 7)).width()).isEqualTo(40);
  }

  @Test
  void aJpegThatBeginsWithExifIsAJpeg() throws IOException {
    byte[] jpeg = encoded("jpg");
    jpeg[3] = (byte) 0xE1;
    assertThat(Picture.of(jpeg).format()).isEqualTo(Format.JPEG);
  }

  @Test
  void anEnormousPictureIsRefusedByItsHeader() throws IOException {
    byte[] png = encoded("png");
    ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
    assertThatThrownBy(() -> Picture.of(png))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("50000 x 50000");
  }

  @Test
  void aPictureWithoutAnyPixelsIsRefused() throws IOException {
    byte[] png = encoded("png");
    ByteBuffer.wrap(png).putInt(16, 0);
    assertThatThrownBy(() -> Picture.of(png)).isInstanceOf(UpstreamException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>not here</html>", "BM", "GIF8", "MM", "RIFF"})
  void whatIsNoPictureIsRefused(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> Picture.of(bytes)).isInstanceOf(UpstreamException.class);
  }

  @Test
  void allThreeKindsOfWebpAreKnown() throws IOException {
    ByteBuffer lossy = webp("VP8 ").putShort(26, (short) 512).putShort(28, (short) 256);
    assertThat(Picture.of(lossy.array())).isEqualTo(new Picture(Format.WEBP, 512, 256));
    ByteBuffer lossless = webp("VP8L").put(20, (byte) 0x2F).putInt(21, 511 | 255 << 14);
    assertThat(Picture.of(lossless.array())).isEqualTo(new Picture(Format.WEBP, 512, 256));
    ByteBuffer extended = webp("VP8X").putShort(24, (short) 511).putShort(27, (short) 255);
    assertThat(Picture.of(extended.array())).isEqualTo(new Picture(Format.WEBP, 512, 256));
  }

  @Test
  void aWebpCutOffIsRefused() {
    byte[] part = Arrays.copyOf(webp("VP8 ").putInt(26, 0x01000200).array(), 39);
    assertThatThrownBy(() -> Picture.of(part)).hasMessageContaining("cut off");
  }

  private static ByteBuffer webp(String chunk) {
    ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(32);
    bytes.put(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII));
    return bytes;
  }

  private static byte[] encoded(String writer) throws IOException {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(3, 3, 30, 20);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, writer, bytes)).isTrue();
    return bytes.toByteArray();
  }
}
