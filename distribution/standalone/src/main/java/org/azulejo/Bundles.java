package org.azulejo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Installs the bundles of a folder, whose sub-folders begin with a start level: 2-plugins. */
record Bundles(Framework framework) {
  /** Marks every bundle to be started with the framework; one that cannot be is logged then. */
  void install(Path folder) throws IOException, BundleException {
    var bundles = new ArrayList<Bundle>();
    for (Path level : list(folder)) {
      for (Path jar : list(level)) {
        bundles.add(install(jar, level(level)));
      }
    }
    for (Bundle bundle : bundles) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start(Bundle.START_ACTIVATION_POLICY);
      }
    }
  }

  private Bundle install(Path jar, int level) throws BundleException {
    Bundle bundle = framework.getBundleContext().installBundle("reference:" + jar.toUri());
    bundle.adapt(BundleStartLevel.class).setStartLevel(level);
    return bundle;
  }

  private static int level(Path folder) throws IOException {
    String name = folder.getFileName().toString();
    try {
      return Integer.parseInt(name.substring(0, Math.max(0, name.indexOf('-'))));
    } catch (NumberFormatException e) {
      throw new IOException("The name of %s does not begin with a start level.".formatted(folder));
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    }
  }
}
