package org.azulejo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.azulejo.bundle.Server;
import org.osgi.service.cm.ConfigurationAdmin;

/** An installation with {@link Server} in the place of the real one. */
record TestHome(Path folder) {
  static TestHome in(Path folder) throws IOException {
    var home = new TestHome(folder);
    for (String name : new String[] {"1-foundation", "3-deployment", "4-server"}) {
      Files.createDirectories(folder.resolve("bundles").resolve(name));
    }
    Files.createDirectories(home.deploy());
    Files.createDirectories(folder.resolve("etc"));
    Files.copy(
        Path.of("src/main/etc/org.azulejo.cfg"), folder.resolve("etc").resolve("org.azulejo.cfg"));
    copyJarOf(ConfigurationAdmin.class, folder.resolve("bundles/1-foundation/configadmin.jar"));
    copyJarOf(ArtifactInstaller.class, folder.resolve("bundles/3-deployment/fileinstall.jar"));
    bundle(Server.class, folder.resolve("bundles/4-server/server.jar"));
    return home;
  }

  Path deploy() {
    return folder.resolve("deploy");
  }

  /** Makes a bundle of its activator alone, and puts it there whole. */
  static void bundle(Class<?> activator, Path jar) throws IOException {
    var manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.putValue("Manifest-Version", "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", activator.getName());
    main.putValue("Bundle-Activator", activator.getName());
    main.putValue("Import-Package", "org.osgi.framework,org.osgi.service.cm");
    String name = activator.getName().replace('.', '/') + ".class";
    Path whole = Files.createTempFile(jar.getParent().getParent(), "bundle", ".tmp");
    try (InputStream code = activator.getClassLoader().getResourceAsStream(name);
        var out = new JarOutputStream(Files.newOutputStream(whole), manifest)) {
      out.putNextEntry(new JarEntry(name));
      code.transferTo(out);
    }
    Files.move(whole, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copyJarOf(Class<?> type, Path target) throws IOException {
    try (InputStream jar = type.getProtectionDomain().getCodeSource().getLocation().openStream()) {
      Files.copy(jar, target);
    }
  }
}
