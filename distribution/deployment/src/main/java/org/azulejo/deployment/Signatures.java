package org.azulejo.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Finds who signed a jar, of those whose certificates are in a key store. */
final class Signatures {
  /** What a signature cannot sign: itself, the manifest that it is about, and folders. */
  private static final Pattern UNSIGNED =
      Pattern.compile("(?i)META-INF/([^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*|MANIFEST\\.MF)?|.*/");

  private final KeyStore trusted;

  Signatures(KeyStore trusted) {
    this.trusted = trusted;
  }

  /**
   * The name of one who signed all of it and is trusted.
   *
   * @throws IOException with the reason, if it has been changed after it was signed
   */
  Optional<String> signer(Path file) throws IOException {
    Optional<Set<CodeSigner>> common = Optional.empty();
    try (var jar = new JarFile(file.toFile(), true)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!UNSIGNED.matcher(entry.getName()).matches()) {
          Set<CodeSigner> signers = signers(jar, entry);
          common.ifPresent(signers::retainAll);
          common = Optional.of(signers);
        }
      }
    } catch (SecurityException e) {
      throw new IOException("it has been changed after it was signed.", e);
    }
    return common.stream()
        .flatMap(Set::stream)
        .filter(this::isTrusted)
        .map(Signatures::name)
        .findFirst();
  }

  private static Set<CodeSigner> signers(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    CodeSigner[] signers = entry.getCodeSigners();
    return signers == null ? new HashSet<>() : new HashSet<>(List.of(signers));
  }

  /** Whether the signer's certificate, or one that vouches for it, is among the trusted. */
  private boolean isTrusted(CodeSigner signer) {
    try {
      X509Certificate certificate = certificate(signer);
      certificate.checkValidity();
      return trusted.getCertificateAlias(certificate) != null || leadsToTrusted(signer);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private boolean leadsToTrusted(CodeSigner signer) throws GeneralSecurityException {
    var parameters = new PKIXParameters(trusted);
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX").validate(signer.getSignerCertPath(), parameters);
    return true;
  }

  private static X509Certificate certificate(CodeSigner signer) {
    return (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
  }

  private static String name(CodeSigner signer) {
    return certificate(signer).getSubjectX500Principal().getName();
  }
}
