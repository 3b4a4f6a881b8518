package org.azulejo.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.azulejo.operation.Installer;
import org.azulejo.operation.RefusedException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings plug-ins in and takes them away: those that operators install, and those in the deploy
 * folder. What operators install is there after a restart: it is put into the deploy folder, or
 * where there is none, as in Karaf, the framework keeps it. Either way it is looked at again.
 */
@Component(
    service = {Installer.class, Deployment.class},
    immediate = true,
    configurationPid = "org.azulejo")
public final class Deployment implements Installer {
  /** How the locations of bundles begin that were brought in; the name of their jar follows. */
  static final String LOCATION = "deploy:";

  private static final Logger log = LoggerFactory.getLogger(Deployment.class);
  private static final long MOST_BYTES = 128L << 20;
  private static final int SETTINGS_SECONDS = 10;

  private final Bundles bundles;
  private final Gate gate;
  private final Optional<JarFolder> folder;
  private final CountDownLatch settingsAreKnown = new CountDownLatch(1);
  private volatile Trust trust;

  /** Jars of the deploy folder that were refused for want of something that another may bring. */
  private final Set<Path> wanting = new LinkedHashSet<>();

  /**
   * @param properties whether there are settings yet: in a fresh framework they come a little later
   */
  @Activate
  public Deployment(BundleContext context, TrustSettings settings, Map<String, Object> properties) {
    this.bundles = new Bundles(context);
    this.gate =
        new Gate(
            context.getDataFile("looked-at").toPath(),
            MOST_BYTES,
            JarBounds.USUAL,
            Contract.exportedBy(FrameworkUtil.getBundle(Installer.class)));
    this.folder = Optional.ofNullable(context.getProperty("azulejo.deploy")).map(JarFolder::at);
    this.trust = Trust.of(settings);
    if (properties.containsKey(Constants.SERVICE_PID)) {
      begin();
    }
  }

  @Modified
  void change(TrustSettings settings) {
    trust = Trust.of(settings);
    if (settingsAreKnown.getCount() > 0) {
      begin();
    }
  }

  private synchronized void begin() {
    settingsAreKnown.countDown();
    for (Bundle bundle : bundles.idle(LOCATION)) {
      try {
        resume(bundle);
      } catch (RefusedException | IOException e) {
        log.warn("{} is refused: {}", name(bundle.getLocation()), Bundles.reason(e));
      }
    }
  }

  /** Starts what was brought in before, if it still may run. */
  private void resume(Bundle bundle) throws RefusedException, IOException {
    if (!trust.anyDeployed()) {
      trust.require(kept(bundle));
    }
    bundles.resume(bundle, LOCATION);
  }

  @Override
  public boolean trustsDeployFolder() {
    return folder.isPresent() && trust.anyDeployed();
  }

  @Override
  public List<Installed> installed() {
    return bundles.below(LOCATION).stream().map(this::described).toList();
  }

  @Override
  public Candidate look(InputStream in) throws RefusedException, IOException {
    try (var copy = looked(in)) {
      PluginJar jar = copy.jar();
      return new Candidate(
          jar.symbolicName(), jar.version().toString(), trust.require(jar), jar.digest());
    }
  }

  @Override
  public synchronized Installed install(InputStream in, Progress progress)
      throws RefusedException, IOException {
    progress.step("Looking at the jar.");
    try (var copy = looked(in)) {
      PluginJar jar = copy.jar();
      trust.require(jar);
      progress.step("Bringing in %s %s.".formatted(jar.symbolicName(), jar.version()));
      Bundle bundle = bringIn(place(jar), jar);
      log.info("{} is in use: {}.", bundle, bundle.getVersion());
      keep(bundle, jar);
      helpOthers();
      return described(bundle);
    }
  }

  @Override
  public synchronized void uninstall(String symbolicName) throws RefusedException, IOException {
    Bundle bundle =
        broughtIn(symbolicName)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "There is no plug-in \"%s\" that was brought in.".formatted(symbolicName)));
    String location = bundle.getLocation();
    if (folder.isPresent()) {
      folder.get().remove(name(location));
    }
    takeAway(location);
  }

  /** Whether the file lies in our deploy folder; others have folders of their own. */
  boolean has(Path file) {
    return folder.filter(ours -> ours.has(file)).isPresent();
  }

  /**
   * Uses a jar of the deploy folder.
   *
   * @return whether it was not in use already
   */
  synchronized boolean deploy(Path file) throws RefusedException, IOException {
    wanting.remove(file);
    String location = LOCATION + file.getFileName();
    if (isInUse(location, file)) {
      return false;
    }
    await(settingsAreKnown);
    try {
      use(location, file);
    } catch (RefusedException e) {
      if (Bundles.isWanting(e)) {
        wanting.add(file);
      }
      throw e;
    }
    helpOthers();
    return true;
  }

  private void use(String location, Path file) throws RefusedException, IOException {
    try (InputStream in = Files.newInputStream(file);
        var copy = looked(in)) {
      if (!trust.anyDeployed()) {
        trust.require(copy.jar());
      }
      Bundle bundle = bringIn(location, copy.jar());
      log.info("{} is in use: {} {}.", file.getFileName(), bundle, bundle.getVersion());
    }
  }

  /** There is something new, which may be what others wait for. */
  private void helpOthers() {
    for (Bundle bundle : bundles.idle(LOCATION)) {
      try {
        resume(bundle);
      } catch (RefusedException | IOException e) {
        log.debug("{} still cannot be used: {}", bundle, Bundles.reason(e));
      }
    }
    for (Path file : List.copyOf(wanting)) {
      if (wanting.contains(file)) {
        try {
          deploy(file);
        } catch (RefusedException | IOException e) {
          log.debug("{} is still refused: {}", file.getFileName(), Bundles.reason(e));
        }
      }
    }
  }

  /**
   * Removes what came from a jar of the deploy folder.
   *
   * @return whether it was still there
   */
  synchronized boolean takeAway(String location) throws IOException {
    wanting.removeIf(file -> location.equals(LOCATION + file.getFileName()));
    Optional<Bundle> bundle = bundles.at(location);
    if (bundle.isPresent()) {
      bundles.remove(location, bundle.get(), LOCATION);
      log.info("{} is gone.", name(location));
    }
    return bundle.isPresent();
  }

  private Gate.Copy looked(InputStream in) throws RefusedException, IOException {
    Files.createDirectories(gate.folder());
    try {
      return gate.look(in);
    } catch (IOException e) {
      throw new RefusedException(Bundles.reason(e), e);
    }
  }

  private Bundle bringIn(String location, PluginJar jar) throws RefusedException {
    try {
      bundles.refuseOwn(jar.symbolicName(), LOCATION);
      Optional<Bundle> before = bundles.at(location);
      if (before.isEmpty()) {
        return bundles.install(location, jar, LOCATION);
      }
      bundles.replace(location, before.get(), jar);
      return before.get();
    } catch (IOException e) {
      throw new RefusedException(Bundles.reason(e), e);
    }
  }

  /** Where the jar belongs: in the place of the version before, if there is one. */
  private String place(PluginJar jar) {
    return broughtIn(jar.symbolicName())
        .map(Bundle::getLocation)
        .orElse(LOCATION + jar.symbolicName() + ".jar");
  }

  private Optional<Bundle> broughtIn(String symbolicName) {
    return bundles.below(LOCATION).stream()
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst();
  }

  private void keep(Bundle bundle, PluginJar jar) throws IOException {
    try {
      if (folder.isPresent()) {
        folder.get().put(name(bundle.getLocation()), jar.file());
      }
    } catch (IOException e) {
      throw new IOException(
          "%s is in use, but it cannot be kept in the deploy folder (%s): after a restart it is gone."
              .formatted(bundle.getSymbolicName(), Bundles.reason(e)),
          e);
    }
  }

  private boolean isInUse(String location, Path file) throws IOException {
    Path kept = bundles.kept(location);
    return bundles.at(location).isPresent()
        && Files.exists(kept)
        && PluginJar.digest(kept).equals(PluginJar.digest(file));
  }

  private Installed described(Bundle bundle) {
    try {
      PluginJar jar = kept(bundle);
      return described(bundle, trust.voucher(jar).orElse("nobody vouches for it"), jar.digest());
    } catch (IOException e) {
      return described(bundle, Bundles.reason(e), "");
    }
  }

  private PluginJar kept(Bundle bundle) throws IOException {
    Path kept = bundles.kept(bundle.getLocation());
    return new PluginJar(
        kept, bundle.getSymbolicName(), bundle.getVersion(), PluginJar.digest(kept));
  }

  private static Installed described(Bundle bundle, String voucher, String digest) {
    return new Installed(
        bundle.getSymbolicName(),
        bundle.getVersion().toString(),
        name(bundle.getLocation()),
        voucher,
        digest);
  }

  private static String name(String location) {
    return location.substring(LOCATION.length());
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(SETTINGS_SECONDS, TimeUnit.SECONDS)) {
        log.warn("There are no settings org.azulejo; those of trust are taken as unset.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
