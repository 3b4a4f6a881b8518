package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What the built Karaf holds, beside the standalone server. */
@EnabledIf(
    value = "org.azulejo.itest.Karaf#isBuilt",
    disabledReason = "distribution/karaf is not built.")
class FeaturesIT {
  @Test
  void karafHasTheSamePluginsAndLibraries() throws IOException {
    List<String> system = jars(Karaf.BUILT.resolve("system"));
    assertThat(system).containsAll(jars(Home.BUILT.resolve("bundles/2-plugins")));
    // Declarative Services and Configuration Admin are Karaf's own.
    assertThat(jars(Home.BUILT.resolve("bundles/1-foundation")))
        .filteredOn(jar -> !jar.startsWith("org.apache.felix.") && !jar.startsWith("org.osgi."))
        .isSubsetOf(system);
  }

  @Test
  void everyPluginIsAFeatureThatIsThereFromTheStart() throws IOException {
    String started = Files.readString(Karaf.BUILT.resolve("etc/org.apache.karaf.features.cfg"));
    for (String jar : jars(Home.BUILT.resolve("bundles/2-plugins"))) {
      String feature = jar.replaceAll("org\\.azulejo\\.(\\w+)\\.(\\w+)-.*", "azulejo-$1-$2");
      assertThat(started).contains(feature + "/");
    }
  }

  private static List<String> jars(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .toList();
    }
  }
}
