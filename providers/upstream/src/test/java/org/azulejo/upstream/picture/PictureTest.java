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
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
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
  void aProgressiveJpegIsTaken() throws IOException {
    assertThat(Picture.of(progressive(0))).isEqualTo(new Picture(Format.JPEG, 40, 30));
  }

  /** Decoding goes through all pixels once for each scan, of which a few bytes make one. */
  @Test
  void aJpegWithScansWithoutEndIsRefused() throws IOException {
    byte[] bomb = progressive(100);
    assertThatThrownBy(() -> Picture.of(bomb))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void aTiffThatClaimsTheGreatestSizeIsRefused() throws IOException {
    byte[] tiff = tiff(Map.of(256, -1, 257, -1));
    assertThatThrownBy(() -> Picture.of(tiff))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("pixels");
  }

  /** The tiles of a TIFF may be larger than all of it, and are unpacked as a whole. */
  @Test
  void aTiffMadeOfOneEnormousTileIsRefused() throws IOException {
    assertThat(Picture.of(tiff(Map.of(322, 256, 323, 256))).width()).isEqualTo(256);
    byte[] bomb = tiff(Map.of(322, 40_000, 323, 40_000));
    assertThatThrownBy(() -> Picture.of(bomb))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void aTiffOfAHundredColoursInEachPixelIsRefused() throws IOException {
    assertThat(Picture.of(tiff(Map.of(277, 4))).width()).isEqualTo(256);
    byte[] bomb = tiff(Map.of(277, 100));
    assertThatThrownBy(() -> Picture.of(bomb))
        .isInstanceOf(UpstreamException.class)
        .hasMessageContaining("damaged");
  }

  /** A grey one of 256 x 256 pixels, with these entries besides or in place of its own. */
  private static byte[] tiff(Map<Integer, Integer> entries) {
    var all = new TreeMap<>(Map.of(256, 256, 257, 256, 258, 8, 273, 200, 279, 50));
    all.putAll(entries);
    ByteBuffer bytes = ByteBuffer.allocate(250).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) all.size());
    all.forEach(
        (tag, value) ->
            bytes.putShort(tag.shortValue()).putShort((short) 4).putInt(1).putInt(value));
    return bytes.array();
  }

  /** With the last scan so many times more. */
  private static byte[] progressive(int times) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture(), null, null), parameters);
    } finally {
      writer.dispose();
    }
    String jpeg = bytes.toString(StandardCharsets.ISO_8859_1);
    int end = jpeg.length() - 2;
    String scan = jpeg.substring(jpeg.lastIndexOf("\u00FF\u00DA"), end);
    return (jpeg.substring(0, end) + scan.repeat(times) + jpeg.substring(end))
        .getBytes(StandardCharsets.ISO_8859_1);
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
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture(), writer, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static BufferedImage picture() {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillOval(3, 3, 30, 20);
    graphics.dispose();
    return image;
  }
}
