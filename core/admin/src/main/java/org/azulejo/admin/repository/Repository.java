package org.azulejo.admin.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.job.Spool;
import org.azulejo.operation.Installer.Progress;

/**
 * A Maven repository, laid out as Maven 2 does. Nothing is read but what lies below its address.
 *
 * @param base ends with a slash
 */
public record Repository(URI base, Limits limits) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int MOST_CHECKSUM_BYTES = 1024;

  /** Those that repositories have, the best first. */
  private static final List<Checksum> CHECKSUMS =
      List.of(new Checksum(".sha256", "SHA-256"), new Checksum(".sha1", "SHA-1"));

  private record Checksum(String extension, String algorithm) {}

  /**
   * @param address {@code https:}, {@code file:}, or {@code http:} of this machine
   * @throws IllegalArgumentException with a sentence, if it is something else
   */
  public static Repository at(String address, Limits limits) {
    URI base = URI.create(address.endsWith("/") ? address : address + "/");
    boolean isPlain = base.getRawUserInfo() == null && base.getRawQuery() == null;
    if (!isPlain || base.getRawFragment() != null || !isAllowed(base)) {
      throw new IllegalArgumentException(
          "expected an address of https: or file:, or of http: on this machine.");
    }
    return new Repository(base, limits);
  }

  private static boolean isAllowed(URI base) {
    return switch (String.valueOf(base.getScheme())) {
      case "https" -> base.getHost() != null;
      case "http" -> LOOPBACK.contains(String.valueOf(base.getHost()));
      case "file" -> base.getRawAuthority() == null && base.getPath() != null;
      default -> false;
    };
  }

  /**
   * Fetches a jar, and compares it with its checksum if there is one.
   *
   * @throws Problem if there is none, it is beyond the limits, or its checksum is another
   */
  public Spool fetch(Coordinates coordinates, Progress progress) throws Problem, IOException {
    progress.step("Fetching %s.".formatted(coordinates));
    Shelf shelf = shelf();
    Spool jar;
    try (InputStream in = shelf.open(coordinates.path()).orElseThrow(() -> none(coordinates))) {
      jar = Spool.of(in, limits.bytes());
    }
    try {
      progress.step(compared(shelf, coordinates.path(), jar));
      return jar;
    } catch (Problem | IOException e) {
      jar.close();
      throw e;
    }
  }

  private Shelf shelf() {
    return "file".equals(base.getScheme()) ? new FileShelf(base) : new WebShelf(base, limits);
  }

  private static Problem none(Coordinates coordinates) {
    return new Problem(404, "The repository has no %s.".formatted(coordinates));
  }

  private static String compared(Shelf shelf, String path, Spool jar) throws Problem, IOException {
    for (Checksum checksum : CHECKSUMS) {
      Optional<InputStream> found = shelf.open(path + checksum.extension);
      if (found.isPresent()) {
        try (InputStream in = found.get()) {
          compare(
              checksum,
              new String(in.readNBytes(MOST_CHECKSUM_BYTES), StandardCharsets.US_ASCII),
              jar);
        }
        return "Its %s is right.".formatted(checksum.algorithm);
      }
    }
    return "The repository has no checksum of it.";
  }

  /**
   * @param text the digits, which a name may follow
   */
  private static void compare(Checksum checksum, String text, Spool jar)
      throws Problem, IOException {
    String wanted = text.strip().split("\\s", 2)[0];
    String found = digest(checksum.algorithm, jar);
    if (!wanted.equalsIgnoreCase(found)) {
      throw new Problem(
          422,
          "The jar is not the one that the repository speaks of: expected the %s %s, found %s."
              .formatted(checksum.algorithm, shown(wanted), found));
    }
  }

  private static String shown(String digits) {
    return digits.matches("[0-9A-Fa-f]{1,128}") ? digits : "that is none";
  }

  private static String digest(String algorithm, Spool jar) throws IOException {
    try (InputStream in = jar.open();
        var digesting = new DigestInputStream(in, MessageDigest.getInstance(algorithm))) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm + ".", e);
    }
  }
}
