package org.azulejo.admin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the console is to be.
 *
 * @param users the file with the users
 * @param pluginFolder whose jars may be installed by name
 */
record Settings(boolean isEnabled, boolean isRemote, Path users, Optional<Path> pluginFolder) {
  private static final String USERS = "admin.users";

  /**
   * @param property of the framework
   */
  static Settings of(AdminSettings settings, Function<String, @Nullable String> property) {
    return new Settings(
        settings.admin_enabled(),
        settings.admin_remote(),
        settings.admin_users().isBlank()
            ? folder(property).resolve(USERS)
            : Path.of(settings.admin_users().strip()),
        Optional.of(settings.admin_plugin_folder().strip())
            .filter(folder -> !folder.isEmpty())
            .map(Path::of));
  }

  /**
   * Where Karaf has its settings, or where we do. Karaf takes what ends in {@code .json} there for
   * a configuration, so our file does not.
   */
  private static Path folder(Function<String, @Nullable String> property) {
    String karaf = property.apply("karaf.etc");
    String home = property.apply("azulejo.home");
    if (karaf != null) {
      return Path.of(karaf);
    }
    // The launcher escapes what File Install would take for a variable.
    return home == null ? Path.of("etc") : Path.of(home.replaceAll("\\\\([\\\\{}])", "$1"), "etc");
  }
}
