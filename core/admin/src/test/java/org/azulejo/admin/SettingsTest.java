package org.azulejo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.azulejo.admin.repository.Repository;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private record Given(
      boolean admin_enabled,
      String admin_users,
      String admin_plugin_folder,
      String admin_plugin_repository)
      implements AdminSettings {
    @Override
    public boolean admin_remote() {
      return false;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return AdminSettings.class;
    }
  }

  private static Settings of(String users, String folder, Map<String, String> properties) {
    return Settings.of(new Given(true, users, folder, ""), properties::get);
  }

  @Test
  void theUsersAreKeptBesideTheSettings() {
    assertThat(of("", "", Map.of("azulejo.home", "/srv/azulejo")).users())
        .isEqualTo(Path.of("/srv/azulejo/etc/admin.users"));
    assertThat(of("", "", Map.of("azulejo.home", "/srv/\\{a\\}\\\\b")).users())
        .isEqualTo(Path.of("/srv/{a}\\b/etc/admin.users"));
    assertThat(of("", "", Map.of("karaf.etc", "/opt/karaf/etc")).users())
        .isEqualTo(Path.of("/opt/karaf/etc/admin.users"));
    assertThat(of("", "", Map.of()).users()).isEqualTo(Path.of("etc/admin.users"));
  }

  private static Optional<URI> repository(String address) {
    return Settings.of(new Given(true, "", "", address), name -> null)
        .pluginRepository()
        .map(Repository::base);
  }

  @Test
  void aRepositoryThatMayNotBeIsNone() {
    assertThat(repository("")).isEmpty();
    assertThat(repository("http://repository.example.com/")).isEmpty();
    assertThat(repository("no address")).isEmpty();
    assertThat(repository(" https://repository.example.com/releases "))
        .contains(URI.create("https://repository.example.com/releases/"));
  }

  @Test
  void bothPathsCanBeSet() {
    Settings settings = of(" /a/users ", "/a/jars", Map.of("azulejo.home", "/b"));

    assertThat(settings.users()).isEqualTo(Path.of("/a/users"));
    assertThat(settings.pluginFolder()).contains(Path.of("/a/jars"));
    assertThat(of("", "", Map.of()).pluginFolder()).isEqualTo(Optional.empty());
  }
}
