package org.azulejo.engine.plugin;

import org.azulejo.api.ConfigurationException;
import org.azulejo.engine.configuration.Section;

/**
 * What a section asks for.
 *
 * @param name of the plug-in, or the class path that TileStache had for it
 * @param options what is for the plug-in: the section itself, or its {@code kwargs}
 */
record Order(String name, Section options) {
  static Order of(Kind kind, Section section) {
    if (section.has("name")) {
      return new Order(section.text("name"), section);
    }
    if (section.has("class")) {
      Section arguments =
          section
              .subsection("kwargs")
              .orElseGet(() -> Section.empty(section.where() + ".kwargs", section.surroundings()));
      return new Order(section.text("class"), arguments);
    }
    throw new ConfigurationException(
        "%s: missing required %s name or class, found the keys %s."
            .formatted(section.where(), kind, section.keys()));
  }
}
