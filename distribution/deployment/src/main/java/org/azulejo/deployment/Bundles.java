package org.azulejo.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs, replaces and removes bundles. A change that fails is taken back: the version before is
 * in use again. A bundle of the name of one that the server came with stands in for that one until
 * it is removed. One change at a time: callers see to that.
 */
final class Bundles {
  private static final Logger log = LoggerFactory.getLogger(Bundles.class);
  private static final int REFRESH_SECONDS = 30;
  private static final String PLUGIN_NAME = "azulejo.plugin.name";

  private final BundleContext context;
  private final FrameworkWiring wiring;

  Bundles(BundleContext context) {
    this.context = context;
    this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** The bundle that was brought in under this location. */
  Optional<Bundle> at(String location) {
    return Optional.ofNullable(context.getBundle(location));
  }

  /** Every bundle whose location starts so. */
  List<Bundle> below(String location) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getLocation().startsWith(location))
        .toList();
  }

  /** A copy of the jar that is in use. */
  Path kept(String location) {
    return context.getDataFile(location.replace(':', '-')).toPath();
  }

  /**
   * @param owned the beginning of the locations that are not the server's own
   * @throws IOException with the reason, if a part of the server itself has this name
   */
  void refuseOwn(String symbolicName, String owned) throws IOException {
    Optional<Bundle> own = own(symbolicName, owned);
    if (own.isPresent() && !isPlugin(own.get())) {
      throw new IOException("a part of the server itself has the name %s.".formatted(symbolicName));
    }
  }

  /**
   * Installs and starts a bundle.
   *
   * @throws IOException with the reason; it is not there then
   */
  Bundle install(String location, PluginJar jar, String owned) throws IOException {
    return inPlaceOfOwn(
        jar.symbolicName(),
        owned,
        () -> {
          Bundle bundle = installed(location, jar.file());
          useOrRemove(bundle, jar);
          return bundle;
        });
  }

  /** Those whose location starts so, and that are not running. */
  List<Bundle> idle(String location) {
    return below(location).stream().filter(bundle -> bundle.getState() < Bundle.STARTING).toList();
  }

  /**
   * Starts one that is there, but not running.
   *
   * @throws IOException with the reason
   */
  void resume(Bundle bundle, String owned) throws IOException {
    inPlaceOfOwn(
        bundle.getSymbolicName(),
        owned,
        () -> {
          start(bundle);
          return bundle;
        });
  }

  private interface Change {
    Bundle make() throws BundleException, IOException;
  }

  private Bundle inPlaceOfOwn(String symbolicName, String owned, Change change) throws IOException {
    Optional<Bundle> own = own(symbolicName, owned);
    try {
      if (own.isPresent()) {
        own.get().stop(Bundle.STOP_TRANSIENT);
      }
      return change.make();
    } catch (BundleException | IOException | RuntimeException e) {
      own.ifPresent(Bundles::startAgain);
      throw new IOException(reason(e), e);
    }
  }

  /**
   * Replaces a bundle by another version.
   *
   * @throws IOException with the reason; the version before is in use again
   */
  void replace(String location, Bundle bundle, PluginJar jar) throws IOException {
    try {
      renew(bundle, jar.file());
      keep(location, jar.file());
    } catch (BundleException | IOException | RuntimeException e) {
      goBack(bundle, kept(location));
      throw new IOException(reason(e), e);
    }
  }

  /** Removes a bundle; one that it stood in for serves again. */
  void remove(String location, Bundle bundle, String owned) throws IOException {
    try {
      bundle.uninstall();
      refresh(bundle);
      Files.deleteIfExists(kept(location));
      own(bundle.getSymbolicName(), owned).ifPresent(Bundles::startAgain);
    } catch (BundleException e) {
      throw new IOException(reason(e), e);
    }
  }

  private Bundle installed(String location, Path jar) throws IOException, BundleException {
    try (InputStream in = Files.newInputStream(jar)) {
      return context.installBundle(location, in);
    } catch (BundleException e) {
      throw e.getType() == BundleException.DUPLICATE_BUNDLE_ERROR ? sameVersion(e) : e;
    }
  }

  /** Karaf has no two bundles of one name and version. */
  private static BundleException sameVersion(BundleException e) {
    return new BundleException(
        "a bundle of this name and version is there already; give this one another version.",
        e.getType(),
        e);
  }

  private void useOrRemove(Bundle bundle, PluginJar jar) throws IOException, BundleException {
    try {
      start(bundle);
      keep(bundle.getLocation(), jar.file());
    } catch (BundleException | IOException | RuntimeException e) {
      bundle.uninstall();
      refresh(bundle);
      throw e;
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

  private void goBack(Bundle bundle, Path jar) {
    try {
      renew(bundle, jar);
    } catch (BundleException | IOException | RuntimeException e) {
      log.error("{} cannot go back to the version before: {}", bundle, reason(e));
    }
  }

  /** Whether it failed for want of something that another bundle may bring. */
  static boolean isWanting(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof BundleException)) {
      cause = cause.getCause();
    }
    return cause instanceof BundleException bad && bad.getType() == BundleException.RESOLVE_ERROR;
  }

  /** For as long as the framework runs: when it starts anew, the bundle is looked at first. */
  private void start(Bundle bundle) throws BundleException {
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
      bundle.start(Bundle.START_TRANSIENT);
      checkServices(bundle);
    }
  }

  /** Factories are made when they are first asked for; one that cannot be is of no use. */
  private void checkServices(Bundle bundle) throws BundleException {
    ServiceReference<?>[] offered = bundle.getRegisteredServices();
    for (ServiceReference<?> service : offered == null ? new ServiceReference<?>[0] : offered) {
      if (service.getProperty(PLUGIN_NAME) != null && !canBeHad(service)) {
        throw new BundleException(
            "its plug-in %s cannot be made; the log says more."
                .formatted(Arrays.deepToString(names(service))));
      }
    }
  }

  private boolean canBeHad(ServiceReference<?> service) {
    try {
      return context.getService(service) != null;
    } finally {
      context.ungetService(service);
    }
  }

  private static Object[] names(ServiceReference<?> service) {
    return service.getProperty(PLUGIN_NAME) instanceof Object[] several
        ? several
        : new Object[] {service.getProperty(PLUGIN_NAME)};
  }

  private Optional<Bundle> own(String symbolicName, String owned) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .filter(bundle -> !bundle.getLocation().startsWith(owned))
        .findFirst();
  }

  /**
   * Whether it is a plug-in, running or not: components say so in the description of themselves.
   */
  private static boolean isPlugin(Bundle bundle) {
    String offered = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
    return offered != null && offered.contains("org.azulejo.api.") && offered.contains("Factory");
  }

  private static void startAgain(Bundle bundle) {
    try {
      bundle.start(Bundle.START_TRANSIENT);
    } catch (BundleException e) {
      log.error("{} cannot be started again: {}", bundle, reason(e));
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

  /** The copy before stays until this one is whole: it may be needed to go back. */
  private void keep(String location, Path jar) throws IOException {
    Path fresh = kept(location + ".new");
    Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
    Files.move(fresh, kept(location), StandardCopyOption.REPLACE_EXISTING);
  }

  static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }
}
