package org.azulejo.cache.disk;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.azulejo.api.Format;
import org.azulejo.api.TileKey;

/**
 * Where the files of a cache lie.
 *
 * @param gzipped lower-case names of the formats that are kept gzipped
 */
record TilePaths(Path root, Folders folders, Set<String> gzipped) {
  /**
   * The file of a tile, somewhere below the root.
   *
   * @throws IOException if the layer's name would lead out of the root or is none for a folder
   */
  Path file(TileKey key) throws IOException {
    return below(name(key));
  }

  /** The folder that locks a tile, as TileStache has it: beside the file. */
  Path lock(TileKey key) throws IOException {
    return below(name(key).append(".lock"));
  }

  /**
   * Whether a file is named as a tile would be.
   *
   * @param name as seen from the root
   */
  boolean isTile(Path name) {
    return folders.hasMade(name.toString().replace(File.separatorChar, '/'));
  }

  boolean isGzipped(Format format) {
    return gzipped.contains(lowerCase(format));
  }

  private StringBuilder name(TileKey key) throws IOException {
    String extension = lowerCase(key.format());
    refuseWays(key.layer(), true);
    refuseWays(extension, false);
    var name = new StringBuilder(64).append(key.layer());
    folders.append(name, key.coordinate());
    name.append(key.suffix()).append('.').append(extension);
    return gzipped.contains(extension) ? name.append(".gz") : name;
  }

  private Path below(StringBuilder name) throws IOException {
    try {
      Path path = root.resolve(name.toString());
      if (path.startsWith(root)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new IOException(
          "The name \"%s\" cannot be a path on this system: %s. Is its locale one of UTF-8?"
              .formatted(name, e.getReason()),
          e);
    }
    throw refusal(name.toString());
  }

  private static String lowerCase(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  /** Refuses names that would not stay in the folder where they are put. */
  private static void refuseWays(String name, boolean mayHaveFolders) throws IOException {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      char letter = i < name.length() ? name.charAt(i) : '/';
      if (letter == '\\' || letter == 0 || i < name.length() && !mayHaveFolders && letter == '/') {
        throw refusal(name);
      }
      if (letter == '/') {
        refuseStep(name, start, i);
        start = i + 1;
      }
    }
  }

  private static void refuseStep(String name, int start, int end) throws IOException {
    int dots = 0;
    while (start + dots < end && name.charAt(start + dots) == '.') {
      dots++;
    }
    if (dots == end - start && dots <= 2) {
      throw refusal(name);
    }
  }

  private static IOException refusal(String name) {
    return new IOException(
        "The disk cache has no folder for the name \"%s\": its parts may not be empty, . or .., or hold a backslash."
            .formatted(name.replace("\0", "\\0")));
  }
}
