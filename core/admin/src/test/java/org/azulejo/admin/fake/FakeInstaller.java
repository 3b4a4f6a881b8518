package org.azulejo.admin.fake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.azulejo.operation.Installer;
import org.azulejo.operation.RefusedException;

/** Takes jars that are a text: {@code PK}, symbolic name, version, signer. */
public final class FakeInstaller implements Installer {
  private final Map<String, Installed> installed = new LinkedHashMap<>();

  /** What an installation waits for. */
  public volatile CountDownLatch pause = new CountDownLatch(0);

  public volatile boolean trustsDeployFolder;

  public static byte[] jar(String name, String version, String signer) {
    return ("PK " + name + " " + version + " " + signer).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized List<Installed> installed() {
    return List.copyOf(installed.values());
  }

  @Override
  public Candidate look(InputStream jar) throws RefusedException, IOException {
    String[] words = new String(jar.readAllBytes(), StandardCharsets.UTF_8).split(" ");
    if (!words[0].equals("PK") || words.length != 4) {
      throw new RefusedException("This is no jar.");
    } else if (words[3].equals("nobody")) {
      throw new RefusedException("Nobody vouches for " + words[1] + ".");
    }
    return new Candidate(words[1], words[2], words[3], "00ff".repeat(16));
  }

  @Override
  public Installed install(InputStream jar, Progress progress)
      throws RefusedException, IOException {
    Candidate candidate = look(jar);
    progress.step("checked");
    try {
      pause.await();
    } catch (InterruptedException e) {
      throw new RefusedException("It was interrupted.", e);
    }
    progress.step("started");
    return put(candidate);
  }

  private synchronized Installed put(Candidate candidate) {
    var one =
        new Installed(
            candidate.symbolicName(),
            candidate.version(),
            "installed",
            candidate.trust(),
            candidate.digest());
    installed.put(one.symbolicName(), one);
    return one;
  }

  @Override
  public synchronized void uninstall(String symbolicName) throws RefusedException {
    if (installed.remove(symbolicName) == null) {
      throw new RefusedException("There is no " + symbolicName + ".");
    }
  }

  @Override
  public boolean trustsDeployFolder() {
    return trustsDeployFolder;
  }
}
