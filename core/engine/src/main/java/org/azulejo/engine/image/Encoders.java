package org.azulejo.engine.image;

import java.util.Map;
import java.util.Optional;
import org.azulejo.api.Format;
import org.azulejo.api.Options;

/** The encoders of a layer. */
public final class Encoders {
  private static final Encoder BLANK = new PngEncoder();

  private final Map<Format, Encoder> encoders;

  /**
   * Reads the palette of {@code png options}, if one is named there.
   *
   * @param layer whose sections {@code jpeg options}, {@code png options} and {@code webp options}
   *     say how
   * @throws org.azulejo.api.ConfigurationException if they cannot be used
   */
  public Encoders(Options layer) {
    PngOptions png = layer.section("png options").map(PngOptions::of).orElse(PngOptions.NONE);
    encoders =
        Map.of(
            Format.PNG,
            png.png(),
            Format.PNG8,
            png.png8(),
            Format.JPEG,
            layer.section("jpeg options").map(JpegEncoder::new).orElseGet(JpegEncoder::new),
            Format.GIF,
            new GifEncoder(),
            Format.TIFF,
            new TiffEncoder(),
            Format.BMP,
            new BmpEncoder(),
            Format.WEBP,
            layer.section("webp options").map(WebpEncoder::new).orElseGet(WebpEncoder::new));
  }

  /**
   * The encoder of a format.
   *
   * @param format one of {@link Format#IMAGES}
   */
  public Encoder encoder(Format format) {
    return Optional.ofNullable(encoders.get(format))
        .orElseThrow(() -> new IllegalArgumentException("Pixels cannot become " + format + "."));
  }

  /**
   * The encoder of empty pictures: a palette may have no colour that can be seen through.
   *
   * @param format one of {@link Format#IMAGES}
   */
  public Encoder blankEncoder(Format format) {
    return format.equals(Format.PNG) ? BLANK : encoder(format);
  }
}
