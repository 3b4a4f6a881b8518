package org.azulejo.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

class BundlesTest {
  private static final String LOCATION = "deploy:plugin.jar";

  @TempDir private Path folder;
  private Framework framework;
  private Bundles bundles;

  @BeforeEach
  void startFramework() throws Exception {
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("framework").toString()));
    framework.start();
    bundles = new Bundles(framework.getBundleContext());
  }

  @AfterEach
  void stopFramework() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  private PluginJar jar(String version) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    manifest.getMainAttributes().putValue(Constants.BUNDLE_SYMBOLICNAME, "plugin");
    manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, version);
    Path file = folder.resolve("plugin-" + version + ".jar");
    new JarOutputStream(Files.newOutputStream(file), manifest).close();
    return PluginJar.of(file, JarBounds.USUAL, new Contract(new Version(0, 1, 0)));
  }

  /** As when the disk is full. */
  private void letNothingBeKept() throws IOException {
    Files.createDirectories(bundles.kept(LOCATION + ".new").resolve("something"));
  }

  @Test
  void whatCannotBeKeptIsNotThere() throws Exception {
    letNothingBeKept();
    PluginJar jar = jar("1.0.0");
    assertThatThrownBy(() -> bundles.install(LOCATION, jar, "deploy:"))
        .isInstanceOf(IOException.class);
    assertThat(bundles.at(LOCATION)).isEmpty();
  }

  @Test
  void anUpdateThatCannotBeKeptLeavesTheVersionBefore() throws Exception {
    Bundle bundle = bundles.install(LOCATION, jar("1.0.0"), "deploy:");
    letNothingBeKept();
    PluginJar next = jar("2.0.0");
    assertThatThrownBy(() -> bundles.replace(LOCATION, bundle, next))
        .isInstanceOf(IOException.class);
    assertThat(bundle.getVersion()).isEqualTo(new Version(1, 0, 0));
    assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
  }

  @Test
  void aFrameworkThatStartsAnewHasItAndDoesNotRunItByItself() throws Exception {
    bundles.install(LOCATION, jar("1.0.0"), "deploy:");
    stopFramework();
    startFramework();
    assertThat(bundles.idle("deploy:")).extracting(Bundle::getLocation).containsExactly(LOCATION);

    bundles.resume(bundles.at(LOCATION).orElseThrow(), "deploy:");
    assertThat(bundles.idle("deploy:")).isEmpty();
    assertThat(bundles.kept(LOCATION)).exists();
  }

  @Test
  void aVersionThatIsThereAlreadyIsRefusedWithASentence() throws Exception {
    bundles.install(LOCATION, jar("1.0.0"), "deploy:");
    PluginJar same = jar("1.0.0");
    assertThatThrownBy(() -> bundles.install("deploy:other.jar", same, "deploy:"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("give this one another version");
  }
}
