package org.azulejo.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.azulejo.api.Format;
import org.junit.jupiter.api.Test;

class WebpLibraryTest {
  private static final String CALLER = "org.azulejo.engine.image.WebpLibraryTest$Caller";

  /** Run within class loaders of its own. */
  public static final class Caller implements Runnable {
    @Override
    public void run() {
      try {
        BufferedImage picture = Pictures.areas(40, 40, 20);
        Encoder encoder = new WebpEncoder(EncodersTest.options("{\"lossless\": true}"));
        BufferedImage back = Pictures.decoded(encoder.encode(picture));
        assertThat(Pictures.pixels(back)).containsExactly(Pictures.pixels(picture));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A bundle has a class loader of its own, and after an update another. */
  @Test
  void severalClassLoadersUseItSideBySide() throws Exception {
    try (var one = classLoader();
        var other = classLoader()) {
      Runnable first = (Runnable) one.loadClass(CALLER).getConstructor().newInstance();
      Runnable second = (Runnable) other.loadClass(CALLER).getConstructor().newInstance();
      assertThat(first.getClass()).isNotEqualTo(second.getClass());
      first.run();
      second.run();
      first.run();
    }
  }

  private static URLClassLoader classLoader() throws MalformedURLException {
    List<String> places =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    URL[] urls = new URL[places.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = Path.of(places.get(i)).toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  @Test
  void opacityIsKept() throws Exception {
    BufferedImage picture = Pictures.translucent(50, 50);
    Encoder encoder = new Encoders(EncodersTest.options("{}")).encoder(Format.WEBP);
    BufferedImage back = Pictures.decoded(encoder.encode(picture));
    for (int x = 0; x < 50; x++) {
      assertThat(back.getRGB(x, 7) >>> 24).isEqualTo(picture.getRGB(x, 7) >>> 24);
    }
  }

  @Test
  void aLowerQualityMakesASmallerPicture() throws Exception {
    BufferedImage picture = Pictures.areas(200, 200, 250);
    byte[] usual = new WebpEncoder().encode(picture);
    byte[] low = new WebpEncoder(EncodersTest.options("{\"quality\": 10}")).encode(picture);
    assertThat(low.length).isLessThan(usual.length / 2);
  }

  @Test
  void aDamagedPictureIsAnError() {
    byte[] damaged = "RIFF....WEBPVP8 and no more".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> Pictures.decoded(damaged)).isInstanceOf(IOException.class);
  }

  @Test
  void aTruncatedPictureIsAnError() throws Exception {
    byte[] whole = new WebpEncoder().encode(Pictures.areas(64, 64, 90));
    assertThatThrownBy(() -> Pictures.decoded(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aPictureThatClaimsToBeHugeIsRefusedUnread() throws Exception {
    byte[] bytes =
        new WebpEncoder(EncodersTest.options("{\"lossless\": true}"))
            .encode(Pictures.areas(8, 8, 3));
    bytes[21] = (byte) 0xFF;
    bytes[22] = (byte) 0xFF;
    bytes[23] = (byte) 0xFF;
    bytes[24] = (byte) 0x0F;
    assertThatThrownBy(() -> Pictures.decoded(bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("16384 x 16384");
  }
}
