package org.azulejo.deployment;

import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;

/** A jar in the deploy folder, looked at before it is used. */
final class PluginJar {
  private PluginJar() {}

  /**
   * @throws IOException with the reason, if this cannot be a bundle, or is damaged
   */
  static void check(File file) throws IOException {
    try (var jar = new JarFile(file, false)) {
      Manifest manifest = jar.getManifest();
      if (manifest == null) {
        throw new IOException("it has no manifest, so it is no bundle.");
      }
      if (manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
        throw new IOException("its manifest has no Bundle-SymbolicName, so it is no bundle.");
      }
      for (JarEntry entry : Collections.list(jar.entries())) {
        check(jar, entry);
      }
    } catch (ZipException e) {
      throw new IOException("it is no jar, or not all of it is there (" + e.getMessage() + ").", e);
    }
  }

  /** Reads it to the end; nobody else does, and what is damaged shows when a class is needed. */
  private static void check(JarFile jar, JarEntry entry) throws IOException {
    try (var in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
      in.transferTo(OutputStream.nullOutputStream());
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw new ZipException("its checksum is wrong");
      }
    } catch (EOFException | ZipException e) {
      throw new IOException("%s in it is damaged: %s.".formatted(entry, e.getMessage()), e);
    }
  }
}
