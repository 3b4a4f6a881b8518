package org.azulejo.cache.disk;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.osgi.service.component.annotations.Component;

/** Makes caches of files from {@code {"name": "disk", "path": "tiles"}}. */
@Component
@PluginName({"disk", "TileStache.Caches:Disk", "TileStache.Caches.Disk"})
public final class DiskFactory implements CacheFactory {
  private static final List<String> GZIPPED = List.of("txt", "text", "json", "xml");

  private static final OptionKey PATH =
      OptionKey.path("path").required().means("The folder; made when it is first needed.");
  private static final OptionKey UMASK =
      OptionKey.text("umask").or("0022").means("Octal: permissions that new files do not get.");
  private static final OptionKey DIRS =
      OptionKey.word("dirs", "safe", "portable", "quadtile")
          .or("safe")
          .means(
              "safe: never more than a thousand files in a folder; portable: as in URLs; quadtile:"
                  + " by quarters of quarters.");
  private static final OptionKey GZIP =
      OptionKey.texts("gzip")
          .or(String.join(", ", GZIPPED))
          .means("Extensions that are kept gzipped.");

  @Override
  public TileCache create(Options options) {
    var paths = new TilePaths(options.path("path"), folders(options), gzipped(options));
    return new DiskCache(paths, umask(options), InstantSource.system());
  }

  private static Folders folders(Options options) {
    return Folders.valueOf(options.text(DIRS).toUpperCase(Locale.ROOT));
  }

  private static Set<String> gzipped(Options options) {
    List<String> formats = options.has("gzip") ? options.texts("gzip") : GZIPPED;
    return formats.stream()
        .map(format -> format.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Umask umask(Options options) {
    String digits = options.text(UMASK);
    if (!digits.matches("(0[oO])?[0-7]{1,4}") || Integer.parseInt(octal(digits), 8) > 0777) {
      throw options.problem(
          "umask", "expected octal digits such as \"0022\", found \"%s\".".formatted(digits));
    }
    return new Umask(Integer.parseInt(octal(digits), 8));
  }

  private static String octal(String digits) {
    return digits.replaceFirst("^0[oO]", "");
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(PATH, UMASK, DIRS, GZIP);
  }
}
