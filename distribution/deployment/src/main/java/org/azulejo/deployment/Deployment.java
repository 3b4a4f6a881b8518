package org.azulejo.deployment;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs, updates and uninstalls the bundles in the deploy folder. Called by one thread at a
 * time.
 */
@Component
public final class Deployment implements ArtifactInstaller {
  private static final Logger log = LoggerFactory.getLogger(Deployment.class);
  private static final String PLACE = "deploy:";
  private static final int REFRESH_SECONDS = 30;

  private final BundleContext context;
  private final FrameworkWiring wiring;

  /** Jars that were refused for want of something that another jar may bring. */
  private final Set<File> wanting = new LinkedHashSet<>();

  @Activate
  public Deployment(BundleContext context) {
    this.context = context;
    this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** Every jar: one that is broken should hear why. */
  @Override
  public boolean canHandle(File file) {
    return file.getName().endsWith(".jar");
  }

  @Override
  public void install(File file) throws IOException, BundleException {
    wanting.remove(file);
    try {
      PluginJar.check(file);
      Bundle bundle = installed(file);
      start(bundle);
      keep(file);
      log.info("{} is in use: {} {}.", file.getName(), bundle, bundle.getVersion());
    } catch (IOException | BundleException | RuntimeException e) {
      refuse(file, e);
      return;
    }
    helpOthers();
  }

  @Override
  public void update(File file) throws IOException, BundleException {
    wanting.remove(file);
    Bundle bundle = context.getBundle(location(file));
    if (bundle == null) {
      install(file);
      return;
    }
    try {
      PluginJar.check(file);
    } catch (IOException | RuntimeException e) {
      refuse(file, e);
      return;
    }
    replace(bundle, file);
  }

  @Override
  public void uninstall(File file) throws BundleException, IOException {
    wanting.remove(file);
    Bundle bundle = context.getBundle(location(file));
    if (bundle != null) {
      bundle.uninstall();
      refresh(bundle);
      Files.deleteIfExists(kept(file));
      log.info("{} is gone.", file.getName());
    }
  }

  private Bundle installed(File file) throws IOException, BundleException {
    try (InputStream in = Files.newInputStream(file.toPath())) {
      return context.installBundle(location(file), in);
    }
  }

  private void replace(Bundle bundle, File file) throws IOException, BundleException {
    try {
      renew(bundle, file.toPath());
      keep(file);
      log.info("{} is updated: {} {}.", file.getName(), bundle, bundle.getVersion());
    } catch (IOException | BundleException | RuntimeException e) {
      log.warn("{} is refused; the version before is used again: {}", file.getName(), reason(e));
      remember(file, e);
      renew(bundle, kept(file));
      return;
    }
    helpOthers();
  }

  /** There is something new, which may be what others wait for. */
  private void helpOthers() throws IOException, BundleException {
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith(PLACE) && bundle.getState() < Bundle.STARTING) {
        startIfPossible(bundle);
      }
    }
    for (File file : List.copyOf(wanting)) {
      if (wanting.contains(file)) {
        update(file);
      }
    }
  }

  private static void startIfPossible(Bundle bundle) {
    try {
      start(bundle);
    } catch (BundleException e) {
      log.debug("{} still cannot start: {}", bundle, reason(e));
    }
  }

  /** Stopping lets the requests that use the plug-in end; refreshing lets go of its old classes. */
  private void renew(Bundle bundle, Path jar) throws IOException, BundleException {
    bundle.stop(Bundle.STOP_TRANSIENT);
    try (InputStream in = Files.newInputStream(jar)) {
      bundle.update(in);
    }
    refresh(bundle);
    start(bundle);
  }

  private static void start(Bundle bundle) throws BundleException {
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
      bundle.start();
    }
  }

  private void refresh(Bundle bundle) {
    var done = new CountDownLatch(1);
    wiring.refreshBundles(List.of(bundle), event -> done.countDown());
    try {
      if (!done.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        log.warn("Letting go of the old classes of {} takes long.", bundle);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** File Install itself would only say it at length; it tries again when the file changes. */
  private void refuse(File file, Exception e) throws BundleException {
    log.warn("{} is refused: {}", file.getName(), reason(e));
    remember(file, e);
    Bundle bundle = context.getBundle(location(file));
    if (bundle != null && !Files.exists(kept(file))) {
      bundle.uninstall();
      refresh(bundle);
    }
  }

  private void remember(File file, Exception e) {
    if (e instanceof BundleException bad && bad.getType() == BundleException.RESOLVE_ERROR) {
      wanting.add(file);
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }

  private void keep(File file) throws IOException {
    Files.copy(file.toPath(), kept(file), StandardCopyOption.REPLACE_EXISTING);
  }

  /** A copy of the jar that is in use, in case the next one is no good. */
  private Path kept(File file) {
    return context.getDataFile(file.getName()).toPath();
  }

  private static String location(File file) {
    return PLACE + file.getName();
  }
}
