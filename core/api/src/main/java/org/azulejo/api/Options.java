package org.azulejo.api;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A section of the configuration, and a plug-in's only door to the server. Asking is declaring:
 * keys that nobody asks for are shown to the operator as unknown, and layers that are asked for are
 * those this one is built upon.
 *
 * <p>Every method throws {@link ConfigurationException}, with the full path of the key, if what
 * stands there is of another kind. Numbers and booleans may stand in quotes. Immutable but for the
 * memory of what was asked; safe for many threads.
 */
@ProviderType
public interface Options {
  /** Where the section stands, for example {@code layers.osm.provider}. */
  String where();

  boolean has(String key);

  /** The keys of the section, in its order: for sections whose keys are free, such as headers. */
  Set<String> keys();

  /** The text there; a number or boolean is taken as written. It must be there. */
  String text(String key);

  String text(String key, String fallback);

  /** A single text or a list of them; empty if absent. */
  List<String> texts(String key);

  /** The number there without its fraction; beyond the numbers of Java, the last of them. */
  int integer(String key);

  int integer(String key, int fallback);

  double number(String key);

  double number(String key, double fallback);

  boolean flag(String key, boolean fallback);

  /**
   * A path in the local file system. Relative ones start from the folder of the configuration file;
   * {@code file:} URLs are understood, others refused.
   */
  Path path(String key);

  /** A file, http or https URL. Relative ones start from where the configuration came from. */
  URI location(String key);

  /** The section there, if there is one. */
  Optional<Options> section(String key);

  /** The sections listed there, or the single one; empty if absent. */
  List<Options> sections(String key);

  /**
   * Whatever stands there, as {@code String}, {@code Number}, {@code Boolean}, {@code List}, {@code
   * Map}; empty if absent or null. For what the other methods cannot say.
   */
  Optional<Object> value(String key);

  /** The projection named there: {@code spherical mercator} or {@code WGS84}. */
  Projection projection(String key);

  /** Whether the text there is the name of a configured layer. */
  boolean namesLayer(String key);

  /** The layer named there. It is looked up anew at each call, for layers come and go. */
  TileSource layer(String key);

  /** The caches described by the sections there. The server made them and closes them. */
  List<TileCache> caches(String key);

  /** For {@code throw}: what is wrong at a key, in a sentence; the place is put before it. */
  ConfigurationException problem(String key, String sentence);

  /**
   * The number at a key as described, within its range; its fallback if absent.
   *
   * @throws ConfigurationException if it is out of range, or required and missing
   */
  default double number(OptionKey key) {
    double number =
        key.fallback().isPresent() ? number(key.name(), key.fallbackNumber()) : number(key.name());
    return key.checked(number, this);
  }

  /** As {@link #number(OptionKey)}, for whole numbers. */
  default int integer(OptionKey key) {
    int number =
        key.fallback().isPresent()
            ? integer(key.name(), (int) key.fallbackNumber())
            : integer(key.name());
    return (int) key.checked(number, this);
  }

  /**
   * The text at a key as described, one of its words if it has some; its fallback if absent.
   *
   * @throws ConfigurationException if it is another word, or required and missing
   */
  default String text(OptionKey key) {
    String text =
        key.fallback().isPresent() ? text(key.name(), key.fallbackText()) : text(key.name());
    return key.checked(text, this);
  }

  /** The boolean at a key as described; its fallback, or else false, if absent. */
  default boolean flag(OptionKey key) {
    return flag(key.name(), key.fallback().map(Boolean::parseBoolean).orElse(false));
  }
}
