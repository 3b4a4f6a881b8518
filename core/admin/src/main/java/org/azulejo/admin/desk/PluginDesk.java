package org.azulejo.admin.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.job.Job;
import org.azulejo.admin.job.Jobs;
import org.azulejo.admin.job.Spool;
import org.azulejo.admin.job.Work;
import org.azulejo.admin.repository.Coordinates;
import org.azulejo.admin.repository.Limits;
import org.azulejo.admin.repository.Repository;
import org.azulejo.operation.Installer;
import org.azulejo.operation.Installer.Candidate;
import org.azulejo.operation.Installer.Installed;
import org.azulejo.operation.Installer.Progress;

/** Installs, updates and removes plug-ins, as jobs. */
public final class PluginDesk {
  private final Services services;
  private final Audit audit;
  private final Jobs jobs;
  private final Optional<JarFolder> folder;
  private final Optional<Repository> repository;

  /**
   * @param folder whose jars may be installed by their names
   * @param repository whose jars may be installed by their coordinates
   */
  public PluginDesk(
      Services services,
      Audit audit,
      Jobs jobs,
      Optional<JarFolder> folder,
      Optional<Repository> repository) {
    this.services = services;
    this.audit = audit;
    this.jobs = jobs;
    this.folder = folder;
    this.repository = repository;
  }

  /**
   * Installs the jar, or updates the bundle of its name.
   *
   * @param key what the client calls its request
   * @throws org.azulejo.operation.RefusedException if it would not be taken
   */
  public Job install(Visitor by, InputStream jar, Optional<String> key) throws Exception {
    services.anInstaller();
    return install(by, Spool.of(jar, Limits.USUAL.bytes()), key);
  }

  /**
   * The same with a jar of the folder.
   *
   * @param name relative to the folder
   * @throws Problem 404 if there is no such jar in it, 409 if no folder is set
   */
  public Job install(Visitor by, String name, Optional<String> key) throws Exception {
    services.anInstaller();
    JarFolder jars =
        folder.orElseThrow(
            () ->
                new Problem(
                    409, "No folder to install from is set; the setting is admin.plugin.folder."));
    try (InputStream jar = Files.newInputStream(jars.jar(name))) {
      return install(by, Spool.of(jar, Limits.USUAL.bytes()), key);
    }
  }

  /**
   * The same with a jar of the repository, which is fetched by the job.
   *
   * @throws Problem 409 if no repository is set
   */
  public Job install(Visitor by, Coordinates coordinates, Optional<String> key) throws Problem {
    services.anInstaller();
    Repository from =
        repository.orElseThrow(
            () ->
                new Problem(
                    409,
                    "No repository to install from is set; the setting is admin.plugin.repository."));
    String what = "install " + coordinates;
    return jobs.start(
        what,
        by,
        key.map(text -> new Job.Key(by.name(), text, coordinates.toString())),
        progress -> audit.watch(by, what, () -> fetched(from, coordinates, progress)));
  }

  private String fetched(Repository from, Coordinates coordinates, Progress progress)
      throws Exception {
    try (Spool jar = from.fetch(coordinates, progress)) {
      return installed(jar, progress);
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

  /** Whose jars can be installed by their names, if there is one. */
  public Optional<JarFolder> folder() {
    return folder;
  }

  /** Whether jars can be installed by their coordinates. */
  public boolean hasRepository() {
    return repository.isPresent();
  }
}
