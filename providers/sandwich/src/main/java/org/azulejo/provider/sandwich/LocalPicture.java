package org.azulejo.provider.sandwich;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.jspecify.annotations.Nullable;

/** A picture in the file system; read at first use, and again when it has changed. */
final class LocalPicture implements Picture {
  private final Path path;
  private volatile @Nullable Copy copy;

  LocalPicture(Path path) {
    this.path = path;
  }

  @Override
  public BufferedImage image() throws IOException {
    try {
      FileTime modified = Files.getLastModifiedTime(path);
      Copy known = copy;
      if (known == null || !known.modified.equals(modified)) {
        known = new Copy(modified, decode(Files.readAllBytes(path)));
        copy = known;
      }
      return known.image;
    } catch (IOException e) {
      throw new IOException("The picture " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The bytes tell the format, whatever the tile says. */
  static BufferedImage decode(byte[] bytes) throws IOException {
    return new EncodedTile(Format.PNG, bytes, Instant.EPOCH).image();
  }

  private record Copy(FileTime modified, BufferedImage image) {}
}
