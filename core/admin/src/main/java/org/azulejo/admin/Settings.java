package org.azulejo.admin;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.azulejo.admin.repository.Limits;
import org.azulejo.admin.repository.Repository;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the console is to be.
 *
 * @param users the file with the users
 * @param pluginFolder whose jars may be installed by name
 * @param pluginRepository whose jars may be installed by their coordinates
 */
record Settings(
    boolean isEnabled,
    boolean isRemote,
    Path users,
    Optional<Path> pluginFolder,
    Optional<Repository> pluginRepository) {
  private static final Logger log = LoggerFactory.getLogger(Settings.class);
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
        text(settings.admin_plugin_folder()).map(Path::of),
        text(settings.admin_plugin_repository()).flatMap(Settings::repository));
  }

  private static Optional<String> text(String setting) {
    return Optional.of(setting.strip()).filter(text -> !text.isEmpty());
  }

  /** A wrong address is no reason to be without a console. */
  private static Optional<Repository> repository(String address) {
    try {
      return Optional.of(Repository.at(address, Limits.USUAL));
    } catch (IllegalArgumentException e) {
      log.error("Nothing is installed from admin.plugin.repository: {}", e.getMessage());
      return Optional.empty();
    }
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
