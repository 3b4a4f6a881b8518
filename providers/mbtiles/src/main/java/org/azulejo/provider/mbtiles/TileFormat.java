package org.azulejo.provider.mbtiles;

import java.util.Locale;
import java.util.Optional;
import org.azulejo.api.Format;

/** The formats that tilesets hold. */
final class TileFormat {
  static final Format VECTOR = Format.of("pbf", "application/x-protobuf", "pbf");
  static final Format JSON = Format.of("JSON", "application/json", "json");
  static final String KNOWN = "png, jpg, webp, gif, pbf and json";

  private TileFormat() {}

  /** The format that metadata call by this name. */
  static Optional<Format> named(String name) {
    return Optional.ofNullable(
        switch (name.strip().toLowerCase(Locale.ROOT)) {
          case "png" -> Format.PNG;
          case "jpg", "jpeg" -> Format.JPEG;
          case "webp" -> Format.WEBP;
          case "gif" -> Format.GIF;
          case "pbf", "mvt" -> VECTOR;
          case "json" -> JSON;
          default -> null;
        });
  }

  /** The format that a tile seems to have. */
  static Optional<Format> ofBytes(byte[] tile) {
    if (starts(tile, 0x89, 'P', 'N', 'G')) {
      return Optional.of(Format.PNG);
    }
    if (starts(tile, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(Format.JPEG);
    }
    if (starts(tile, 'R', 'I', 'F', 'F')) {
      return Optional.of(Format.WEBP);
    }
    if (starts(tile, 'G', 'I', 'F', '8')) {
      return Optional.of(Format.GIF);
    }
    if (starts(tile, '{')) {
      return Optional.of(JSON);
    }
    // Gzipped, or the tag of a layer.
    return starts(tile, 0x1F, 0x8B) || starts(tile, 0x1A) ? Optional.of(VECTOR) : Optional.empty();
  }

  private static boolean starts(byte[] tile, int... beginning) {
    for (int i = 0; i < beginning.length; i++) {
      if (i >= tile.length || (tile[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
