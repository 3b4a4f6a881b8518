package org.azulejo.operation;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Brings plug-ins into the running server and takes them away. A jar is looked at before anything
 * is touched: its size, its entries, its manifest, its signature or digest, and whether it was made
 * for this version of the contract. A service; safe for many threads, one change at a time.
 */
@ProviderType
public interface Installer {
  /** The bundles that were brought in while the server runs, by symbolic name. */
  List<Installed> installed();

  /**
   * Looks at a jar without using it.
   *
   * @throws RefusedException with the reason, if it would not be taken
   */
  Candidate look(InputStream jar) throws RefusedException, IOException;

  /**
   * Installs the bundle, or updates the one of the same symbolic name. When that fails, the version
   * before is in use again.
   *
   * @param jar read to its end, but not closed
   * @param progress is told each step, in a few words
   * @throws RefusedException with the reason; nothing has changed then
   */
  Installed install(InputStream jar, Progress progress) throws RefusedException, IOException;

  /**
   * Takes the bundle away.
   *
   * @throws RefusedException if there is none that was brought in under this symbolic name
   */
  void uninstall(String symbolicName) throws RefusedException, IOException;

  /** Whether jars in the deploy folder are used although nobody vouches for them. */
  boolean trustsDeployFolder();

  /**
   * A bundle that is in use.
   *
   * @param origin where it came from: {@code deploy folder}, {@code installed}
   * @param trust who vouches for it, in words: a signer's name, a pinned digest, or nobody
   * @param digest SHA-256 of the jar, in hexadecimal digits; empty if that is not known
   */
  record Installed(
      String symbolicName, String version, String origin, String trust, String digest) {}

  /** What a jar is, by its manifest. */
  record Candidate(String symbolicName, String version, String trust, String digest) {}

  /** Hears what is being done. */
  @FunctionalInterface
  interface Progress {
    void step(String words);
  }
}
