package org.azulejo.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A key of a section, described: what it is called, what may stand there, and what it means. A
 * factory that gives its keys away has them shown in forms, in tables and in messages; {@link
 * Options} read by them, so that defaults and ranges stand in one place. Immutable: each method
 * gives a changed copy.
 *
 * @param name as it stands in the configuration
 * @param fallback what holds where the key is absent, as it would be written there; empty if
 *     nothing does
 * @param least that a number may be
 * @param most that a number may be
 * @param words that a text may be, where only these may stand there
 * @param keys of a section, or of each section in a list
 * @param meaning in a few words or sentences, for whoever writes a configuration
 */
public record OptionKey(
    String name,
    Type type,
    boolean isRequired,
    Optional<String> fallback,
    OptionalDouble least,
    OptionalDouble most,
    List<String> words,
    List<OptionKey> keys,
    String meaning) {

  /** What may stand at a key. */
  public enum Type {
    TEXT,
    /** Not to be shown to anybody: passwords, tokens. */
    SECRET,
    /** A text or a list of texts. */
    TEXTS,
    INTEGER,
    NUMBER,
    FLAG,
    /** A file or folder. */
    PATH,
    /** A file, http or https address. */
    LOCATION,
    /** The name of a projection. */
    PROJECTION,
    /** The name of a layer. */
    LAYER,
    SECTION,
    /** A list of sections, or a single one. */
    SECTIONS,
    /** A list of caches. */
    CACHES
  }

  public OptionKey {
    words = List.copyOf(words);
    keys = List.copyOf(keys);
  }

  public static OptionKey text(String name) {
    return of(name, Type.TEXT);
  }

  /** A text that is one of these words, in any case. */
  public static OptionKey word(String name, String... words) {
    return of(name, Type.TEXT, List.of(words), List.of());
  }

  public static OptionKey secret(String name) {
    return of(name, Type.SECRET);
  }

  public static OptionKey texts(String name) {
    return of(name, Type.TEXTS);
  }

  public static OptionKey integer(String name) {
    return of(name, Type.INTEGER);
  }

  public static OptionKey number(String name) {
    return of(name, Type.NUMBER);
  }

  public static OptionKey flag(String name) {
    return of(name, Type.FLAG);
  }

  public static OptionKey path(String name) {
    return of(name, Type.PATH);
  }

  public static OptionKey location(String name) {
    return of(name, Type.LOCATION);
  }

  public static OptionKey projection(String name) {
    return of(name, Type.PROJECTION);
  }

  public static OptionKey layer(String name) {
    return of(name, Type.LAYER);
  }

  public static OptionKey section(String name, OptionKey... keys) {
    return of(name, Type.SECTION, List.of(), List.of(keys));
  }

  public static OptionKey sections(String name, OptionKey... keys) {
    return of(name, Type.SECTIONS, List.of(), List.of(keys));
  }

  public static OptionKey caches(String name) {
    return of(name, Type.CACHES);
  }

  private static OptionKey of(String name, Type type) {
    return of(name, type, List.of(), List.of());
  }

  private static OptionKey of(String name, Type type, List<String> words, List<OptionKey> keys) {
    var unbounded = OptionalDouble.empty();
    return new OptionKey(
        name, type, false, Optional.empty(), unbounded, unbounded, words, keys, "");
  }

  /** It must be there. */
  public OptionKey required() {
    return new OptionKey(name, type, true, fallback, least, most, words, keys, meaning);
  }

  /** What holds where it is absent: a text, number or boolean. */
  public OptionKey or(Object value) {
    return new OptionKey(
        name, type, isRequired, Optional.of(written(value)), least, most, words, keys, meaning);
  }

  /** The least number that may stand there. */
  public OptionKey from(double number) {
    var bound = OptionalDouble.of(number);
    return new OptionKey(name, type, isRequired, fallback, bound, most, words, keys, meaning);
  }

  /** The greatest number that may stand there. */
  public OptionKey to(double number) {
    var bound = OptionalDouble.of(number);
    return new OptionKey(name, type, isRequired, fallback, least, bound, words, keys, meaning);
  }

  /** What it means, in a few words or sentences. */
  public OptionKey means(String sentence) {
    return new OptionKey(name, type, isRequired, fallback, least, most, words, keys, sentence);
  }

  /**
   * The number, if it may stand there.
   *
   * @throws ConfigurationException if it is out of range
   */
  double checked(double number, Options options) {
    if (number < least.orElse(number) || number > most.orElse(number)) {
      throw options.problem(name, "expected %s, found %s.".formatted(range(), written(number)));
    }
    return number;
  }

  /**
   * The word as it is spelled here, if it may stand there.
   *
   * @throws ConfigurationException if it is another
   */
  String checked(String text, Options options) {
    return words.isEmpty()
        ? text
        : words.stream()
            .filter(text::equalsIgnoreCase)
            .findFirst()
            .orElseThrow(
                () ->
                    options.problem(name, "expected %s, found \"%s\".".formatted(choice(), text)));
  }

  /** The words that may stand there, such as {@code safe, portable or quadtile}. */
  public String choice() {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** The range of a number in words, such as {@code 0 to 1}; empty if there are no bounds. */
  public String range() {
    if (least.isPresent() && most.isPresent()) {
      return written(least.getAsDouble()) + " to " + written(most.getAsDouble());
    } else if (least.isPresent()) {
      return written(least.getAsDouble()) + " or more";
    }
    return most.isPresent() ? written(most.getAsDouble()) + " or less" : "";
  }

  /** The fallback as a number. */
  double fallbackNumber() {
    return Double.parseDouble(fallbackText());
  }

  String fallbackText() {
    return fallback.orElseThrow(
        () -> new IllegalStateException("The key " + name + " has no fallback."));
  }

  private static String written(Object value) {
    boolean isWhole =
        value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15;
    return isWhole ? String.format(Locale.ROOT, "%.0f", value) : value.toString();
  }
}
