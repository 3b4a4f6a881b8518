package org.azulejo.deployment;

import java.io.EOFException;
import java.io.IOException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * How large a jar and what is in it may be, and what entries may be called. What an entry claims
 * about its size is not believed: it is unpacked, to nowhere.
 *
 * @param bytes of all entries together, unpacked
 * @param control bytes of one entry in {@code META-INF}, unpacked: manifest and signatures are read
 *     as a whole
 */
record JarBounds(int entries, long bytes, long control) {
  static final JarBounds USUAL = new JarBounds(20_000, 512L << 20, 4L << 20);

  /**
   * @throws IOException with the reason, if the jar is beyond the bounds or damaged
   */
  void check(ZipFile jar) throws IOException {
    if (jar.size() > entries) {
      throw new IOException(
          "it has %d entries; at most %d are taken.".formatted(jar.size(), entries));
    }
    Set<String> names = new HashSet<>();
    long left = bytes;
    for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      checkName(entry.getName(), names);
      left -= unpacked(jar, entry, Math.min(left, most(entry)));
    }
  }

  private long most(ZipEntry entry) {
    return entry.getName().regionMatches(true, 0, "META-INF/", 0, 9) ? control : bytes;
  }

  private static void checkName(String name, Set<String> names) throws IOException {
    if (name.startsWith("/")
        || name.contains("\\")
        || name.contains(":")
        || List.of(name.split("/", -1)).contains("..")) {
      throw new IOException("its entry \"%s\" leads out of it.".formatted(shown(name)));
    }
    if (!names.add(name)) {
      throw new IOException("its entry \"%s\" is there twice.".formatted(shown(name)));
    }
  }

  private static String shown(String name) {
    String plain = name.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.substring(0, Math.min(plain.length(), 80));
  }

  private static long unpacked(ZipFile jar, ZipEntry entry, long most) throws IOException {
    try (var in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
      long size = 0;
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > most) {
          throw new IOException(
              "its entry \"%s\" unpacks to more than may be left."
                  .formatted(shown(entry.getName())));
        }
      }
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new ZipException("its checksum is wrong");
      }
      return size;
    } catch (EOFException | ZipException e) {
      throw new IOException(
          "%s in it is damaged: %s.".formatted(shown(entry.getName()), e.getMessage()), e);
    }
  }
}
