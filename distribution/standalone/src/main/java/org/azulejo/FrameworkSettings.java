package org.azulejo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;

/** The properties that a framework is started with. */
final class FrameworkSettings {
  private static final List<String> SLF4J =
      List.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi");

  private FrameworkSettings() {}

  /**
   * @param own the settings of the server; they can be referred to in {@code etc/*.cfg}
   */
  static Map<String, String> of(Home home, Path storage, Map<String, String> own) {
    var settings = new HashMap<String, String>();
    settings.put(Constants.FRAMEWORK_STORAGE, storage.resolve("framework").toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, slf4j());
    settings.putAll(felix());
    // Where the shell looks for etc/gosh_profile.
    settings.put("gosh.home", home.folder().toString());
    settings.putAll(deployment(home, storage));
    settings.put("azulejo.home", literal(home.folder().toString()));
    own.forEach((key, value) -> settings.put(key, literal(value)));
    return settings;
  }

  /** As of both generations, for there are libraries that know only the older one. */
  private static String slf4j() {
    return List.of("1.7.36", "2.0.17").stream()
        .flatMap(version -> SLF4J.stream().map(name -> name + ";version=" + version))
        .collect(Collectors.joining(","));
  }

  private static Map<String, String> felix() {
    return Map.of(
        "felix.shutdown.hook", "false",
        // The log is told by events; the framework itself would write to the standard output.
        "felix.log.level", "0",
        "felix.fileinstall.log.default", "jul",
        "felix.fileinstall.log.level", "2",
        // Of the threads of a larger pool, some outlive the framework by a minute.
        "felix.resolver.parallelism", "1",
        // The handlers of URLs are shared by the whole JVM, and not ours to change.
        "felix.service.urlhandlers", "false");
  }

  private static Map<String, String> deployment(Home home, Path storage) {
    return Map.of(
        "felix.fileinstall.dir", literal(home.etc() + "," + home.deploy()),
        "azulejo.deploy", literal(home.deploy().toString()),
        "felix.fileinstall.filter", ".*[.](cfg|jar)",
        "felix.fileinstall.subdir.mode", "skip",
        "felix.fileinstall.tmpdir", literal(storage.resolve("deploy").toString()),
        "felix.fileinstall.poll", "500",
        "felix.fileinstall.noInitialDelay", "true",
        "felix.fileinstall.enableConfigSave", "false",
        "felix.fileinstall.configEncoding", "UTF-8",
        // What the operating system tells of changes ends with a folder that is made anew, and
        // leaves out what others do to a shared one.
        "felix.fileinstall.disableNio2", "true");
  }

  /**
   * So that file install, when it puts the value in the place of a variable, leaves it as it is.
   */
  private static String literal(String value) {
    return value.replaceAll("[\\\\{}]", "\\\\$0");
  }
}
