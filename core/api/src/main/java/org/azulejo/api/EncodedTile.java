package org.azulejo.api;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A finished tile: bytes in a format. Immutable and safe for many threads, as long as nobody writes
 * to {@link #bytes}, which are shared and not copied.
 *
 * <p>Tiles that are not pictures may be gzipped as a whole, as in an MBTiles file; whoever sends
 * them sees it by the first two bytes and says so, or unpacks them.
 */
public final class EncodedTile implements Tile {
  private final Format format;
  private final byte[] bytes;
  private final Instant made;
  private volatile @Nullable String fingerprint;

  /**
   * @param bytes handed over: not to be changed afterwards
   * @param made when the tile was drawn; a cache that cannot tell gives the present
   */
  public EncodedTile(Format format, byte[] bytes, Instant made) {
    this.format = format;
    this.bytes = bytes;
    this.made = made;
  }

  public Format format() {
    return format;
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  public Instant made() {
    return made;
  }

  /** A text that differs between different bytes; worked out once, then kept. */
  public String fingerprint() {
    String known = fingerprint;
    if (known == null) {
      known = digest(bytes);
      fingerprint = known;
    }
    return known;
  }

  @Override
  public BufferedImage image() throws IOException {
    return Pixels.decode(bytes);
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return bytes.length + " bytes of " + format + " made " + made;
  }
}
