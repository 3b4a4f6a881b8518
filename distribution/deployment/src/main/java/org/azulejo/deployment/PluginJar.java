package org.azulejo.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A jar that may be used as far as itself can tell; whether somebody vouches for it is another
 * question. Nothing of it has been run.
 *
 * @param file nobody else writes to it
 * @param digest SHA-256, in hexadecimal digits
 */
record PluginJar(Path file, String symbolicName, Version version, String digest) {
  private static final String NAME = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";
  private static final int LONGEST_NAME = 200;

  /**
   * @throws IOException with the reason, if this cannot be a bundle for this server
   */
  static PluginJar of(Path file, JarBounds bounds, Contract contract) throws IOException {
    try {
      try (var zip = new ZipFile(file.toFile())) {
        bounds.check(zip);
      }
      Attributes manifest = manifest(file);
      contract.check(text(manifest, Constants.IMPORT_PACKAGE));
      return new PluginJar(file, symbolicName(manifest), version(manifest), digest(file));
    } catch (ZipException e) {
      throw new IOException("it is no jar, or not all of it is there (" + e.getMessage() + ").", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("it is no jar that can be read (" + e.getMessage() + ").", e);
    }
  }

  private static Attributes manifest(Path file) throws IOException {
    try (var jar = new JarFile(file.toFile(), false)) {
      Manifest manifest = jar.getManifest();
      if (manifest == null) {
        throw new IOException("it has no manifest, so it is no bundle.");
      }
      return manifest.getMainAttributes();
    }
  }

  private static String symbolicName(Attributes manifest) throws IOException {
    String name = text(manifest, Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0].strip();
    if (name.isEmpty()) {
      throw new IOException("its manifest has no Bundle-SymbolicName, so it is no bundle.");
    }
    if (name.length() > LONGEST_NAME || !name.matches(NAME)) {
      throw new IOException("its Bundle-SymbolicName is none.");
    }
    return name;
  }

  private static Version version(Attributes manifest) throws IOException {
    try {
      return Version.parseVersion(text(manifest, Constants.BUNDLE_VERSION));
    } catch (IllegalArgumentException e) {
      throw new IOException("its Bundle-Version is none.", e);
    }
  }

  private static String text(Attributes manifest, String header) {
    String value = manifest.getValue(header);
    return value == null ? "" : value;
  }

  /** SHA-256 of a file, in hexadecimal digits. */
  static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
