package org.azulejo.deployment;

import java.io.File;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;

/** A jar in the deploy folder, looked at before it is used. */
final class PluginJar {
  private PluginJar() {}

  /**
   * @throws IOException with the reason, if this cannot be a bundle
   */
  static void check(File file) throws IOException {
    try (var jar = new JarFile(file)) {
      Manifest manifest = jar.getManifest();
      if (manifest == null) {
        throw new IOException("it has no manifest, so it is no bundle.");
      }
      if (manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
        throw new IOException("its manifest has no Bundle-SymbolicName, so it is no bundle.");
      }
    } catch (ZipException e) {
      throw new IOException("it is no jar, or not all of it is there (" + e.getMessage() + ").", e);
    }
  }
}
