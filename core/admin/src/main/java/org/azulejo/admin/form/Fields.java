package org.azulejo.admin.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.azulejo.admin.exchange.Urls;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.api.OptionKey;

/** Shows keys as fields. Immutable. */
final class Fields {
  private final Template field = Template.named("field.html");
  private final Template group = Template.named("field-group.html");
  private final Template text = Template.named("field-text.html");
  private final Template area = Template.named("field-area.html");
  private final Template select = Template.named("field-select.html");
  private final Template secret = Template.named("field-secret.html");
  private final Template rest = Template.named("field-rest.html");
  private final Template kept = Template.named("field-kept.html");

  /** The fields of these keys, one after another. */
  String of(String prefix, List<OptionKey> keys, Map<String, String> values) {
    return keys.stream()
        .map(key -> of(Names.of(prefix, key.name()), key, values))
        .collect(Collectors.joining());
  }

  /** The field for all that no key describes, open if there is any. */
  String rest(String prefix, Map<String, String> values) {
    String name = Names.rest(prefix);
    String value = values.getOrDefault(name, "");
    return rest.fill(
        Map.of(
            "id",
            Urls.escape(name),
            "name",
            name,
            "value",
            value,
            "rows",
            rows(value),
            "open",
            value.isBlank() ? "" : "open"));
  }

  private String of(String name, OptionKey key, Map<String, String> values) {
    boolean isJson = values.containsKey(Names.json(name));
    if (key.type() == OptionKey.Type.SECTION && !isJson) {
      boolean hasRest = values.containsKey(Names.rest(name));
      return group.fill(
          Map.of(
              "name", key.name(),
              "hint", hint(key),
              "fields", of(name, key.keys(), values) + Pieces.when(hasRest, rest(name, values))));
    } else if (isJson || isList(key)) {
      String json = Names.json(name);
      return field(
          json,
          label(key),
          Stream.of(hint(key), "Written as JSON.", inner(key))
              .filter(words -> !words.isEmpty())
              .collect(Collectors.joining(" ")),
          area(json, values.getOrDefault(json, ""), "[{ }]"));
    }
    return field(name, label(key), hint(key), input(name, key, values));
  }

  private static boolean isList(OptionKey key) {
    return key.type() == OptionKey.Type.SECTIONS || key.type() == OptionKey.Type.CACHES;
  }

  private String field(String name, String label, String hint, String input) {
    return field.fill(
        Map.of("id", Urls.escape(name), "label", label, "hint", hint, "input", input));
  }

  private static String label(OptionKey key) {
    return key.isRequired() ? key.name() + " (required)" : key.name();
  }

  /** What it means, what holds without it, and how far it goes. */
  private static String hint(OptionKey key) {
    return Stream.of(
            key.meaning(),
            key.fallback().map(fallback -> "Default: " + fallback + ".").orElse(""),
            key.range().isEmpty() ? "" : "Range: " + key.range() + ".")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String inner(OptionKey key) {
    return key.keys().isEmpty()
        ? ""
        : key.keys().stream()
            .map(inner -> inner.name() + (inner.isRequired() ? " (required)" : ""))
            .collect(Collectors.joining(", ", "Keys: ", "."));
  }

  private String input(String name, OptionKey key, Map<String, String> values) {
    String value = values.getOrDefault(name, "");
    return switch (key.type()) {
      case FLAG -> select(name, key, List.of("true", "false"), value);
      case TEXTS -> area(name, value, "one in a line");
      case SECRET -> secret(name, value, values);
      case INTEGER -> text(name, key, value, "numeric", "");
      case NUMBER -> text(name, key, value, "decimal", "");
      case LAYER -> text(name, key, value, "text", "layers");
      case PROJECTION -> text(name, key, value, "text", "projections");
      default ->
          key.words().isEmpty()
              ? text(name, key, value, "text", "")
              : select(name, key, key.words(), value);
    };
  }

  private String text(String name, OptionKey key, String value, String mode, String list) {
    var fillings = new LinkedHashMap<String, String>();
    fillings.put("id", Urls.escape(name));
    fillings.put("name", name);
    fillings.put("value", value);
    fillings.put("mode", mode);
    fillings.put("list", list);
    fillings.put("instead", key.fallback().orElse(""));
    fillings.put("required", key.isRequired() ? "required" : "");
    return text.fill(fillings);
  }

  private String area(String name, String value, String instead) {
    return area.fill(
        Map.of(
            "id", Urls.escape(name),
            "name", name,
            "value", value,
            "rows", rows(value),
            "instead", instead));
  }

  private static String rows(String value) {
    return Long.toString(Math.min(16, 2 + value.lines().count()));
  }

  private String select(String name, OptionKey key, List<String> words, String value) {
    boolean isKnown = value.isEmpty() || words.stream().anyMatch(value::equalsIgnoreCase);
    String none = key.fallback().map(fallback -> "default: " + fallback).orElse("");
    String options =
        Pieces.option("", none, value.isEmpty())
            + words.stream()
                .map(word -> Pieces.option(word, word, word.equalsIgnoreCase(value)))
                .collect(Collectors.joining())
            + Pieces.when(!isKnown, Pieces.option(value, value, true));
    return select.fill(Map.of("id", Urls.escape(name), "name", name, "options", options));
  }

  private String secret(String name, String value, Map<String, String> values) {
    boolean isKept = values.containsKey(Names.kept(name));
    return secret.fill(
        Map.of(
            "id",
            Urls.escape(name),
            "name",
            name,
            "value",
            value,
            "kept",
            Pieces.when(isKept, kept.fill(Map.of("name", Names.kept(name))))));
  }
}
