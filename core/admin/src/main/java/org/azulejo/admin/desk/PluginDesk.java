package org.azulejo.admin.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.job.Job;
import org.azulejo.admin.job.Jobs;
import org.azulejo.admin.job.Spool;
import org.azulejo.admin.job.Work;
import org.azulejo.operation.Installer;
import org.azulejo.operation.Installer.Candidate;
import org.azulejo.operation.Installer.Installed;
import org.azulejo.operation.Installer.Progress;

/** Installs, updates and removes plug-ins, as jobs. */
public final class PluginDesk {
  private static final long MOST_BYTES = 64 << 20;
  private static final int MOST_LISTED = 200;

  private final Services services;
  private final Audit audit;
  private final Jobs jobs;
  private final Optional<Path> folder;

  /**
   * @param folder whose jars may be installed by their names
   */
  public PluginDesk(Services services, Audit audit, Jobs jobs, Optional<Path> folder) {
    this.services = services;
    this.audit = audit;
    this.jobs = jobs;
    this.folder = folder;
  }

  /**
   * Installs the jar, or updates the bundle of its name.
   *
   * @param key what the client calls its request
   * @throws org.azulejo.operation.RefusedException if it would not be taken
   */
  public Job install(Visitor by, InputStream jar, Optional<String> key) throws Exception {
    services.anInstaller();
    return install(by, Spool.of(jar, MOST_BYTES), key);
  }

  /**
   * The same with a jar of the folder.
   *
   * @param name relative to the folder
   * @throws Problem 404 if there is no such jar in it
   */
  public Job install(Visitor by, String name, Optional<String> key) throws Exception {
    services.anInstaller();
    try (InputStream jar = Files.newInputStream(inFolder(name))) {
      return install(by, Spool.of(jar, MOST_BYTES), key);
    }
  }

  private Job install(Visitor by, Spool jar, Optional<String> key) throws Exception {
    Candidate candidate;
    try {
      candidate = audit.attempt(by, "install a jar with SHA-256 " + jar.digest(), () -> look(jar));
    } catch (Exception e) {
      jar.close();
      throw e;
    }
    String what = "install %s %s".formatted(candidate.symbolicName(), candidate.version());
    return jobs.start(
        what,
        by,
        key.map(text -> new Job.Key(by.name(), text, jar.digest())),
        new Work() {
          @Override
          public String run(Progress progress) throws Exception {
            return audit.watch(
                by, what + ", SHA-256 " + jar.digest(), () -> installed(jar, progress));
          }

          @Override
          public void close() throws IOException {
            jar.close();
          }
        });
  }

  private Candidate look(Spool jar) throws Exception {
    try (InputStream in = jar.open()) {
      return services.anInstaller().look(in);
    }
  }

  private String installed(Spool jar, Progress progress) throws Exception {
    try (InputStream in = jar.open()) {
      Installed installed = services.anInstaller().install(in, progress);
      return "%s %s is in use; trust: %s."
          .formatted(installed.symbolicName(), installed.version(), installed.trust());
    }
  }

  /**
   * Takes a bundle away.
   *
   * @throws Problem 404 if none was brought in under this name
   */
  public Job uninstall(Visitor by, String symbolicName) throws Exception {
    Installer installer = services.anInstaller();
    if (installer.installed().stream().noneMatch(i -> i.symbolicName().equals(symbolicName))) {
      throw new Problem(
          404, "No bundle \"%s\" was brought in while the server runs.".formatted(symbolicName));
    }
    String what = "remove " + symbolicName;
    return jobs.start(
        what,
        by,
        Optional.empty(),
        progress ->
            audit.watch(
                by,
                what,
                () -> {
                  progress.step("Stopping and uninstalling it.");
                  services.anInstaller().uninstall(symbolicName);
                  return "%s is gone.".formatted(symbolicName);
                }));
  }

  /** Whether jars can be installed by name. */
  public boolean hasFolder() {
    return folder.isPresent();
  }

  /** Names of the jars in the folder. */
  public List<String> jars() {
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.get())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .limit(MOST_LISTED)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Path inFolder(String name) throws Problem {
    Path root =
        folder.orElseThrow(
            () ->
                new Problem(
                    409, "No folder to install from is set; the setting is admin.plugin.folder."));
    try {
      Path real = root.toRealPath();
      Path jar = real.resolve(name).toRealPath();
      if (jar.startsWith(real) && Files.isRegularFile(jar) && jar.toString().endsWith(".jar")) {
        return jar;
      }
    } catch (IOException | InvalidPathException e) {
      // Said below: who asks need not know which files there are elsewhere.
    }
    throw new Problem(404, "There is no such jar in the folder to install from.");
  }
}
