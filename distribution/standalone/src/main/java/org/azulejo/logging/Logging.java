package org.azulejo.logging;

import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets the log of the program up. */
public final class Logging {
  private Logging() {}

  /**
   * Has the log follow {@code logging.properties} of a folder, unless the command line of Java
   * names another file. To be called before anything is logged.
   */
  public static void use(Path folder) {
    System.setProperty("java.util.logging.manager", PatientLogManager.class.getName());
    if (System.getProperty("java.util.logging.config.file") == null) {
      System.setProperty(
          "java.util.logging.config.file", folder.resolve("logging.properties").toString());
    }
  }

  /** Has what was held back during the start written. */
  public static void open() {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      if (handler instanceof StartConsole console) {
        console.open();
      }
    }
  }

  /**
   * Sets the general level.
   *
   * @param word one of Python's, as TileStache takes them, such as {@code debug} and {@code
   *     warning}
   */
  public static void level(String word) {
    Level level =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "debug", "notset" -> Level.FINE;
          case "warning", "warn" -> Level.WARNING;
          case "error", "critical", "fatal" -> Level.SEVERE;
          default -> Level.INFO;
        };
    Logger.getLogger("").setLevel(level);
  }
}
