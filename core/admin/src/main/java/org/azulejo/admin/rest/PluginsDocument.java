package org.azulejo.admin.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.azulejo.admin.desk.Services;
import org.azulejo.api.OptionKey;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerState;
import org.azulejo.operation.Installer;
import org.azulejo.operation.Installer.Installed;
import org.azulejo.operation.Plugin;

/** The plug-ins that are there, and those that are missing, for programs. */
final class PluginsDocument {
  private PluginsDocument() {}

  static Map<String, Object> of(Services services) {
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "plugins", services.plugins().plugins().stream().map(PluginsDocument::plugin).toList());
    services.installer().ifPresent(installer -> put(document, installer));
    document.put(
        "missing",
        services.layers().snapshot().layers().stream()
            .filter(layer -> layer.state() instanceof LayerState.Waiting)
            .map(PluginsDocument::missing)
            .toList());
    return document;
  }

  private static void put(Map<String, Object> document, Installer installer) {
    document.put(
        "installed", installer.installed().stream().map(PluginsDocument::installed).toList());
    document.put("trustsDeployFolder", installer.trustsDeployFolder());
  }

  private static Map<String, Object> plugin(Plugin plugin) {
    var map = new LinkedHashMap<String, Object>();
    map.put("kind", plugin.kind());
    map.put("names", plugin.names());
    map.put("bundle", plugin.bundle());
    map.put("version", plugin.version());
    map.put("layers", List.copyOf(plugin.layers()));
    map.put("shadowed", plugin.isShadowed());
    map.put("keys", keys(plugin.keys()));
    return map;
  }

  private static List<Map<String, Object>> keys(List<OptionKey> keys) {
    return keys.stream().map(PluginsDocument::key).toList();
  }

  private static Map<String, Object> key(OptionKey key) {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", key.name());
    map.put("type", key.type().name().toLowerCase(Locale.ROOT));
    map.put("required", key.isRequired());
    key.fallback().ifPresent(fallback -> map.put("default", fallback));
    key.least().ifPresent(least -> map.put("least", least));
    key.most().ifPresent(most -> map.put("most", most));
    if (!key.words().isEmpty()) {
      map.put("words", key.words());
    }
    if (!key.keys().isEmpty()) {
      map.put("keys", keys(key.keys()));
    }
    map.put("meaning", key.meaning());
    return map;
  }

  private static Map<String, Object> installed(Installed installed) {
    var map = new LinkedHashMap<String, Object>();
    map.put("symbolicName", installed.symbolicName());
    map.put("version", installed.version());
    map.put("origin", installed.origin());
    map.put("trust", installed.trust());
    map.put("digest", installed.digest());
    return map;
  }

  private static Map<String, Object> missing(Layer layer) {
    var missing = ((LayerState.Waiting) layer.state()).missing();
    return Map.of("layer", layer.name(), "missing", missing);
  }
}
