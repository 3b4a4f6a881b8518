package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.header.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import what. */
class ManifestIT {
  static Stream<Path> bundles() throws IOException {
    Path only = Karaf.BUILT.resolve("system/org/azulejo/org.azulejo.completion");
    Stream<Path> inKaraf = Files.exists(only) ? ours(only).stream() : Stream.empty();
    return Stream.concat(ours(Home.BUILT.resolve("bundles")).stream(), inKaraf);
  }

  private static List<Path> ours(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.getFileName().toString().matches("org\\.azulejo\\..*\\.jar"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void aBundleImportsOnlyWhatItMay(Path bundle) throws IOException {
    String name = header(bundle, "Bundle-SymbolicName").keySet().iterator().next();
    Set<String> imports = header(bundle, "Import-Package").keySet();
    assertThat(imports).as(name).allMatch(allowed(name));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void onlyTheContractIsExported(Path bundle) throws IOException {
    Set<String> exports = header(bundle, "Export-Package").keySet();
    if (!bundle.getFileName().toString().startsWith("org.azulejo.api")) {
      assertThat(exports).isEmpty();
    }
  }

  /** Karaf refreshes whoever would like a package, when somebody else brings it along. */
  @ParameterizedTest
  @MethodSource("bundles")
  void noImportIsOptional(Path bundle) throws IOException {
    assertThat(header(bundle, "Import-Package").values())
        .noneMatch(attributes -> "optional".equals(attributes.get("resolution:")));
  }

  private static Predicate<String> allowed(String bundle) {
    Predicate<String> everywhere = starts("java.", "javax.imageio", "javax.net");
    return everywhere.or(
        switch (bundle) {
          case "org.azulejo.api" -> starts("org.azulejo.");
          case "org.azulejo.engine" ->
              starts(
                  "org.azulejo.api",
                  "org.azulejo.layer",
                  "org.azulejo.operation",
                  "com.fasterxml.jackson.",
                  "org.slf4j",
                  "org.osgi.");
          case "org.azulejo.http" ->
              starts(
                  "org.azulejo.api",
                  "org.azulejo.layer",
                  "org.azulejo.operation",
                  "org.azulejo.web",
                  "org.eclipse.jetty.",
                  "javax.crypto",
                  "org.slf4j",
                  "org.osgi.");
          case "org.azulejo.admin" ->
              starts(
                  "org.azulejo.",
                  "com.fasterxml.jackson.",
                  "org.slf4j",
                  "org.osgi.",
                  "javax.crypto");
          case "org.azulejo.shell" ->
              starts(
                  "org.azulejo.layer",
                  "org.azulejo.operation",
                  "org.apache.felix.service.command",
                  "org.slf4j");
          case "org.azulejo.completion" ->
              starts("org.azulejo.layer", "org.azulejo.operation", "org.apache.karaf.shell.");
          case "org.azulejo.deployment" ->
              starts(
                  "org.azulejo.operation",
                  "org.apache.felix.",
                  "org.slf4j",
                  "org.osgi.",
                  "javax.security.");
          default -> starts("org.azulejo.api", "org.slf4j").or(p -> !p.startsWith("org.azulejo."));
        });
  }

  private static Predicate<String> starts(String... beginnings) {
    return name -> Stream.of(beginnings).anyMatch(name::startsWith);
  }

  private static Parameters header(Path bundle, String name) throws IOException {
    try (var jar = new JarFile(bundle.toFile())) {
      return new Parameters(jar.getManifest().getMainAttributes().getValue(name));
    }
  }
}
