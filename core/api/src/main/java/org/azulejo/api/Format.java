package org.azulejo.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of tile. Formats are open to newcomers: a plug-in may make its own. Two formats are the
 * same if their names are.
 *
 * @param name as it stands in the keys of caches, for example {@code JPEG} or {@code GeoJSON}: the
 *     caches of TileStache write it verbatim or in lower case, so the built-in names are its names
 * @param mediaType as in the HTTP header {@code Content-Type}
 * @param extensions in URLs, lower case and without a dot; the first is the one we write
 */
public record Format(String name, String mediaType, List<String> extensions) {
  public static final Format PNG = of("PNG", "image/png", "png");

  /** PNG with a palette of at most 256 colours. */
  public static final Format PNG8 = of("PNG8", "image/png", "png8");

  public static final Format JPEG = of("JPEG", "image/jpeg", "jpg", "jpeg");
  public static final Format GIF = of("GIF", "image/gif", "gif");
  public static final Format TIFF = of("TIFF", "image/tiff", "tif", "tiff");
  public static final Format BMP = of("BMP", "image/bmp", "bmp");
  public static final Format WEBP = of("WEBP", "image/webp", "webp");

  /** The formats into which the server itself turns pixels. */
  public static final Set<Format> IMAGES = Set.of(PNG, PNG8, JPEG, GIF, TIFF, BMP, WEBP);

  public Format {
    extensions = List.copyOf(extensions);
    if (extensions.isEmpty()) {
      throw new IllegalArgumentException("The format " + name + " needs an extension.");
    }
  }

  public static Format of(String name, String mediaType, String... extensions) {
    return new Format(name, mediaType, List.of(extensions));
  }

  /** The extension that we write. */
  public String extension() {
    return extensions.get(0);
  }

  /** Whether a URL that ends in this extension, in any case, asks for this format. */
  public boolean answersTo(String extension) {
    return extensions.contains(extension.toLowerCase(Locale.ROOT));
  }

  /** Whether the server itself can turn pixels into this format. */
  public boolean isImage() {
    return IMAGES.contains(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Format format && name.equals(format.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
