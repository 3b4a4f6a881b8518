package org.azulejo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of an installation. */
record Home(Path folder) {
  /**
   * @throws IOException if there is no installation
   */
  static Home at(Path folder) throws IOException {
    var home = new Home(folder.toAbsolutePath().normalize());
    for (Path needed : new Path[] {home.bundles(), home.folder.resolve("etc/org.azulejo.cfg")}) {
      if (!Files.exists(needed)) {
        throw new IOException("This is no home of Azulejo, for there is no " + needed + ".");
      }
    }
    return home;
  }

  /** The folder of the jar that holds this class. */
  static Home ofJar() throws IOException {
    try {
      var jar = Home.class.getProtectionDomain().getCodeSource().getLocation();
      return at(Path.of(jar.toURI()).resolveSibling(""));
    } catch (URISyntaxException e) {
      throw new IOException("The home of Azulejo is not found: " + e.getMessage(), e);
    }
  }

  Path bundles() {
    return folder.resolve("bundles");
  }

  /** Watched for bundles that come and go. */
  Path deploy() {
    return folder.resolve("deploy");
  }

  /** Watched for settings. */
  Path etc() {
    return folder.resolve("etc");
  }
}
