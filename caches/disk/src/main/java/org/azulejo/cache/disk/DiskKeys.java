package org.azulejo.cache.disk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;

/** The keys that a cache of files has under either name. */
record DiskKeys(Options options) {
  static final OptionKey PATH =
      OptionKey.path("path").required().means("The folder; made when it is first needed.");
  static final OptionKey UMASK =
      OptionKey.text("umask").or("0022").means("Octal: permissions that new files do not get.");
  static final OptionKey DIRS =
      OptionKey.word("dirs", "safe", "portable", "quadtile")
          .or("safe")
          .means(
              "safe: never more than a thousand files in a folder; portable: as in URLs; quadtile:"
                  + " by quarters of quarters.");
  static final OptionKey LIMIT =
      OptionKey.number("limit")
          .from(1)
          .means("Bytes that the tiles may take up; those least recently used give way.");

  /**
   * @param usual formats
   */
  static OptionKey gzip(List<String> usual) {
    return OptionKey.texts("gzip")
        .or(String.join(", ", usual))
        .means("Extensions that are kept gzipped.");
  }

  /**
   * @param gzipped formats, where the options do not say
   */
  TilePaths paths(List<String> gzipped) {
    List<String> formats = options.has("gzip") ? options.texts("gzip") : gzipped;
    return new TilePaths(
        options.path("path"),
        Folders.valueOf(options.text(DIRS).toUpperCase(Locale.ROOT)),
        formats.stream()
            .map(format -> format.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * @param digits octal
   */
  Umask umask(String digits) {
    if (!digits.matches("(0[oO])?[0-7]{1,4}") || Integer.parseInt(octal(digits), 8) > 0777) {
      throw options.problem(
          "umask", "expected octal digits such as \"0022\", found \"%s\".".formatted(digits));
    }
    return new Umask(Integer.parseInt(octal(digits), 8));
  }

  private static String octal(String digits) {
    return digits.replaceFirst("^0[oO]", "");
  }
}
