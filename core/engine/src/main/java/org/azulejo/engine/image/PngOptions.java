package org.azulejo.engine.image;

import java.io.IOException;
import java.util.Optional;
import org.azulejo.api.Options;

/**
 * The section {@code png options}.
 *
 * @param small whether time does not matter: {@code optimize}
 * @param few whether the server may choose 256 colours: {@code palette256}
 * @param palette the colours to take: the file at {@code palette}
 */
record PngOptions(boolean small, boolean few, Optional<ActPalette> palette) {
  static final PngOptions NONE = new PngOptions(false, false, Optional.empty());

  /** Reads the section, and the palette that it names. */
  static PngOptions of(Options options) {
    return new PngOptions(
        options.flag("optimize", false), options.flag("palette256", false), palette(options));
  }

  Encoder png() {
    if (palette.isPresent()) {
      return new IndexedPngEncoder(palette.get()::apply, small);
    }
    if (few) {
      return png8();
    }
    return small ? new SmallPngEncoder() : new PngEncoder();
  }

  Encoder png8() {
    return new IndexedPngEncoder(Quantizer::quantize, small);
  }

  private static Optional<ActPalette> palette(Options options) {
    if (!options.has("palette")) {
      return Optional.empty();
    }
    try {
      byte[] file = SmallFile.read(options.location("palette"), ActPalette.MOST_BYTES);
      return Optional.of(ActPalette.of(file));
    } catch (IOException e) {
      throw options.problem("palette", e.getMessage());
    }
  }
}
