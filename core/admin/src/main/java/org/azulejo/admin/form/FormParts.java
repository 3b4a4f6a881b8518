package org.azulejo.admin.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.azulejo.admin.desk.Sections;
import org.azulejo.admin.exchange.Urls;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.api.OptionKey;
import org.azulejo.operation.Plugin;

/** The parts of the form, one for each plug-in that a layer uses. */
final class FormParts {
  private final Template part = Template.named("form-part.html");
  private final Template json = Template.named("form-json.html");
  private final Template more = Template.named("form-more.html");
  private final Fields fields = new Fields();
  private final Sections sections;

  FormParts(Sections sections) {
    this.sections = sections;
  }

  /**
   * A select with the plug-ins of a kind, and the keys of the one that is chosen.
   *
   * @param none what it means to choose none
   */
  String of(Part part, String title, String none, Map<String, String> values) {
    if (part.isJson(values)) {
      String name = Names.json(part.prefix());
      return json.fill(
          Map.of("title", title, "id", Urls.escape(name), "name", name, "value", values.get(name)));
    }
    String chosen = values.getOrDefault(part.nameField(), "");
    return this.part.fill(
        Map.of(
            "title", title,
            "id", Urls.escape(part.nameField()),
            "name", part.nameField(),
            "options", options(part.kind(), none, chosen),
            "fields", Pieces.when(!chosen.isEmpty(), fields(part, chosen, values))));
  }

  private String fields(Part part, String chosen, Map<String, String> values) {
    return fields.of(part.prefix(), part.keys(chosen), values) + fields.rest(part.prefix(), values);
  }

  /** A plug-in goes by the name that the configuration has for it; one may be missing. */
  private String options(String kind, String none, String chosen) {
    List<Plugin> plugins = sections.plugins(kind);
    boolean isThere = chosen.isEmpty() || sections.plugin(kind, chosen).isPresent();
    return Pieces.option("", none, chosen.isEmpty())
        + plugins.stream().map(plugin -> option(plugin, chosen)).collect(Collectors.joining())
        + Pieces.when(!isThere, Pieces.option(chosen, chosen + " (missing)", true));
  }

  private static String option(Plugin plugin, String chosen) {
    boolean isChosen = plugin.names().stream().anyMatch(chosen::equalsIgnoreCase);
    String name = isChosen ? chosen : plugin.name();
    return Pieces.option(name, name, isChosen);
  }

  /** Keys that are seldom needed. */
  String more(String prefix, List<OptionKey> keys, Map<String, String> values) {
    return more.fill(
        Map.of("fields", fields.of(prefix, keys, values) + fields.rest(prefix, values)));
  }
}
