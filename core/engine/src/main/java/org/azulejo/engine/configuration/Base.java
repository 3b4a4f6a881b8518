package org.azulejo.engine.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a configuration came from, and so where its relative references lead.
 *
 * @param folder with a slash at its end; {@code file:}, {@code http:} or {@code https:}
 */
public record Base(URI folder) {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*");

  /** A folder of the local file system. */
  public static Base of(Path folder) {
    String uri = folder.toAbsolutePath().normalize().toUri().toString();
    return new Base(URI.create(uri.endsWith("/") ? uri : uri + "/"));
  }

  /** The folder that holds the document at this address. */
  public static Base around(URI document) {
    return new Base(document.resolve("."));
  }

  public boolean isLocal() {
    return "file".equalsIgnoreCase(folder.getScheme());
  }

  /**
   * A local path.
   *
   * @throws IllegalArgumentException with the end of a sentence that begins with the reference
   */
  public Path path(String reference) {
    String scheme = scheme(reference);
    if (scheme.equals("file")) {
      Path path = Path.of(filePart(reference));
      return isLocal() ? Path.of(folder).resolve(path).normalize() : path;
    }
    if (!scheme.isEmpty()) {
      throw new IllegalArgumentException(
          "must be a local path or start with \"file://\", not with \"" + scheme + ":\"");
    }
    if (!isLocal()) {
      throw new IllegalArgumentException(
          "must start with \"file://\", because the configuration itself came from a server");
    }
    return Path.of(folder).resolve(reference).normalize();
  }

  /**
   * An absolute address.
   *
   * @throws IllegalArgumentException with the end of a sentence that begins with the reference
   */
  public URI location(String reference) {
    switch (scheme(reference)) {
      case "":
        return isLocal() ? path(reference).toUri() : folder.resolve(encoded(reference));
      case "file":
        return path(reference).toUri();
      case "http", "https":
        return withServer(encoded(reference));
      default:
        throw new IllegalArgumentException("must be a path or a file, http or https address");
    }
  }

  private static String scheme(String reference) {
    var matcher = SCHEME.matcher(reference);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String filePart(String reference) {
    return reference.replaceFirst("(?i)^file:(//)?(/(?=[a-z]:))?", "");
  }

  private static URI withServer(URI address) {
    if (address.getRawAuthority() == null) {
      throw new IllegalArgumentException("is not an address: it names no server");
    }
    return address;
  }

  private static URI encoded(String reference) {
    try {
      return new URI(reference.replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is not an address: " + e.getReason(), e);
    }
  }
}
