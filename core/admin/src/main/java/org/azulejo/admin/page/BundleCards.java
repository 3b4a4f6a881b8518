package org.azulejo.admin.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.azulejo.admin.exchange.Urls;
import org.azulejo.admin.html.Pieces;
import org.azulejo.admin.html.Template;
import org.azulejo.operation.Installer.Installed;
import org.azulejo.operation.Plugin;

/** Plug-ins by bundle, as that is what comes and goes; those that were brought in first. */
final class BundleCards {
  private final Template card = Template.named("plugins-bundle.html");
  private final Template actions = Template.named("plugins-actions.html");

  String of(List<Plugin> plugins, List<Installed> installed, boolean mayChange) {
    var bundles = new LinkedHashMap<String, List<Plugin>>();
    installed.forEach(one -> bundles.put(one.symbolicName(), List.of()));
    plugins.stream()
        .collect(Collectors.groupingBy(Plugin::bundle, LinkedHashMap::new, Collectors.toList()))
        .forEach(bundles::put);
    return bundles.entrySet().stream()
        .map(bundle -> card(bundle.getKey(), bundle.getValue(), installed, mayChange))
        .collect(Collectors.joining());
  }

  private String card(
      String name, List<Plugin> plugins, List<Installed> installed, boolean mayChange) {
    Optional<Installed> brought =
        installed.stream().filter(one -> one.symbolicName().equals(name)).findFirst();
    var layers = new TreeSet<String>();
    plugins.forEach(plugin -> layers.addAll(plugin.layers()));
    var fillings = new LinkedHashMap<String, String>();
    fillings.put("name", name);
    fillings.put("version", version(plugins, brought));
    fillings.put("plugins", Pieces.list("factories", words(plugins)));
    fillings.put("origin", brought.map(BundleCards::origin).orElse("Came with the server"));
    fillings.put("digest", brought.map(Installed::digest).orElse(""));
    fillings.put("layers", layers.isEmpty() ? "no layer" : String.join(", ", layers));
    fillings.put(
        "actions",
        Pieces.when(
            brought.isPresent() && mayChange,
            actions.fill(Map.of("name", name, "address", Urls.escape(name)))));
    return card.fill(fillings);
  }

  private static String origin(Installed brought) {
    return "%s; trust: %s".formatted(brought.origin(), brought.trust());
  }

  private static String version(List<Plugin> plugins, Optional<Installed> brought) {
    return brought
        .map(Installed::version)
        .or(() -> plugins.stream().map(Plugin::version).findFirst())
        .orElse("");
  }

  private static List<String> words(List<Plugin> plugins) {
    return plugins.stream()
        .map(
            plugin ->
                "%s \"%s\"%s"
                    .formatted(
                        plugin.kind(),
                        plugin.name(),
                        plugin.isShadowed() ? ", another of this name serves" : ""))
        .toList();
  }
}
