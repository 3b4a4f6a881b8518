package org.azulejo.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import org.azulejo.operation.RefusedException;

/**
 * Who vouches for a jar: somebody who signed it, or whoever pinned its digest. Files are read anew
 * each time, so that a change of them holds at once.
 *
 * @param store PKCS #12 file with certificates, if there is one
 * @param pins file with digests, if there is one
 * @param anyDeployed whether jars in the deploy folder are used though nobody vouches for them
 */
record Trust(Optional<Path> store, String password, Optional<Path> pins, boolean anyDeployed) {
  /** Trusts nobody. */
  static final Trust NOBODY = new Trust(Optional.empty(), "", Optional.empty(), false);

  static Trust of(TrustSettings settings) {
    return new Trust(
        path(settings.trust_store()),
        settings.trust_password(),
        path(settings.trust_pins()),
        settings.trust_deploy().strip().equalsIgnoreCase("any"));
  }

  private static Optional<Path> path(String setting) {
    return setting.isBlank() ? Optional.empty() : Optional.of(Path.of(setting.strip()));
  }

  /**
   * Who vouches for the jar, in words; empty if nobody does.
   *
   * @throws IOException with the reason, if it has been changed after it was signed, or what the
   *     settings name cannot be read
   */
  Optional<String> voucher(PluginJar jar) throws IOException {
    Optional<String> signer = new Signatures(trusted()).signer(jar.file());
    if (signer.isPresent()) {
      return signer.map("signed by %s"::formatted);
    }
    return isPinned(jar.digest()) ? Optional.of("pinned by its digest") : Optional.empty();
  }

  /**
   * Who vouches for the jar, in words.
   *
   * @throws RefusedException with the reason, if nobody does
   */
  String require(PluginJar jar) throws RefusedException {
    try {
      return voucher(jar).orElseThrow(() -> nobodyVouchesFor(jar));
    } catch (IOException e) {
      throw new RefusedException(Bundles.reason(e), e);
    }
  }

  private static RefusedException nobodyVouchesFor(PluginJar jar) {
    return new RefusedException(
        "nobody vouches for it: no key of trust.store signed it, and trust.pins does not name its"
            + " SHA-256, %s.".formatted(jar.digest()));
  }

  private boolean isPinned(String digest) throws IOException {
    if (pins.isEmpty()) {
      return false;
    }
    try (var lines = Files.lines(pins.get())) {
      return lines.anyMatch(line -> line.strip().split("\\s+", 2)[0].equalsIgnoreCase(digest));
    } catch (IOException | UncheckedIOException e) {
      throw new IOException("trust.pins cannot be read, so nothing can be vouched for.", e);
    }
  }

  private KeyStore trusted() throws IOException {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      if (store.isEmpty()) {
        trusted.load(null, null);
        return trusted;
      }
      try (InputStream in = Files.newInputStream(store.get())) {
        trusted.load(in, password.toCharArray());
        return trusted;
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IOException(
          "trust.store cannot be read with trust.password, so nothing can be vouched for.", e);
    }
  }
}
