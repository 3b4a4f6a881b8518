package org.azulejo.engine.image;

import java.util.Map;
import java.util.Optional;
import org.azulejo.api.Format;
import org.azulejo.api.Options;

/** The encoders of a layer. */
public final class Encoders {
  private final Map<Format, Encoder> encoders;

  /**
   * @param layer whose sections {@code jpeg options} and {@code png options} say how
   * @throws org.azulejo.api.ConfigurationException if they cannot be used
   */
  public Encoders(Options layer) {
    Encoder jpeg = layer.section("jpeg options").map(JpegEncoder::new).orElseGet(JpegEncoder::new);
    encoders = Map.of(Format.PNG, new PngEncoder(), Format.JPEG, jpeg);
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
}
