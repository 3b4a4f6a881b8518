package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.azulejo.api.Format;
import org.azulejo.api.ImageTile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
  private static final short STRIP_BYTE_COUNTS = 279;

  @Test
  void whatAsksForMoreMemoryThanThereIsIsRefused() throws Exception {
    byte[] greedy = deflatedTiff();
    longest(greedy);
    assertThatThrownBy(() -> Pictures.decoded(greedy))
        .isInstanceOf(IOException.class)
        .hasMessage("The picture is damaged, or takes more memory than there is.");
  }

  /** Says of the only strip of the picture that it is as long as can be. */
  private static void longest(byte[] tiff) {
    ByteBuffer bytes = ByteBuffer.wrap(tiff);
    bytes.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = bytes.getInt(4);
    for (int i = 0; i < bytes.getShort(directory); i++) {
      int entry = directory + 2 + 12 * i;
      if (bytes.getShort(entry) == STRIP_BYTE_COUNTS) {
        bytes.putInt(entry + 8, Integer.MAX_VALUE);
      }
    }
  }

  private static byte[] deflatedTiff() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionType("Deflate");
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(Pictures.gradient(4, 4), null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Test
  void webpOfWhichTheOpacityIsSpoiltIsDamaged() throws Exception {
    byte[] spoilt = new WebpEncoder().encode(Pictures.translucent(50, 50));
    int opacity = new String(spoilt, StandardCharsets.ISO_8859_1).indexOf("ALPH");
    Arrays.fill(spoilt, opacity + 9, opacity + 20, (byte) 0);
    assertThatThrownBy(() -> Pictures.decoded(spoilt))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The picture is damaged");
  }

  @Test
  void everyErrorIsASentence() throws Exception {
    for (Format format : Format.IMAGES) {
      byte[] whole =
          new Encoders(EncodersTest.options("{}"))
              .encoder(format)
              .encode(Pictures.translucent(40, 40));
      for (int length = 0; length < whole.length; length += 3) {
        assertIsSentence(Arrays.copyOf(whole, length));
      }
    }
  }

  private static void assertIsSentence(byte[] truncated) {
    try {
      Pictures.decoded(truncated);
    } catch (IOException e) {
      assertThat(e).hasMessageMatching("(What|The) .*\\.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void pixelsOfOtherKindsStayWhatTheyAre(int type) {
    var image = new BufferedImage(70, 50, type);
    BufferedImage colours = Pictures.translucent(70, 50);
    image.setRGB(0, 0, 70, 50, Pictures.pixels(colours), 0, 70);
    BufferedImage converted = new ImageTile(image).image();
    assertThat(converted.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
    assertThat(Pictures.pixels(converted)).containsExactly(Pictures.pixels(image));
  }

  /** Half the ink is half the light as a screen has it, as with all other programs. */
  @Test
  void inkIsNotTakenForLinearLight() {
    var model =
        new ComponentColorModel(
            new Inks(), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
    raster.setPixel(0, 0, new int[] {255, 128, 0, 0});
    raster.setPixel(1, 0, new int[] {0, 128, 255, 127});
    var image = new BufferedImage(model, raster, false, null);
    assertThat(Pictures.pixels(new ImageTile(image).image()))
        .containsExactly(0xFF007FFF, 0xFF804000);
  }

  private static final class Inks extends ColorSpace {
    Inks() {
      super(TYPE_CMYK, 4);
    }

    @Override
    public float[] toRGB(float[] inks) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromRGB(float[] light) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] toCIEXYZ(float[] inks) {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] fromCIEXYZ(float[] light) {
      throw new UnsupportedOperationException();
    }
  }
}
