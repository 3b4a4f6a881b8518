package org.azulejo.admin.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import org.azulejo.admin.desk.Sections;
import org.azulejo.admin.desk.States;
import org.azulejo.api.Format;
import org.azulejo.layer.Access;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures.Mishap;
import org.azulejo.layer.LayerState;

/** A layer, for programs. */
record LayerDocument(Layer layer) {

  Map<String, Object> brief() {
    var map = new LinkedHashMap<String, Object>();
    map.put("name", layer.name());
    map.put("state", States.word(layer.state()));
    map.put("reason", States.reason(layer.state()));
    if (layer.state() instanceof LayerState.Waiting waiting) {
      map.put("missing", waiting.missing());
    }
    map.put("warnings", layer.warnings());
    map.put("figures", FiguresDocument.of(layer.figures()));
    return map;
  }

  /** With its section, which holds no secrets, and its last failures. */
  Map<String, Object> whole(Sections sections) {
    Map<String, Object> map = brief();
    map.put("access", layer.access() instanceof Access.Open ? "open" : "restricted");
    map.put("formats", layer.formats().stream().map(Format::extension).toList());
    map.put("section", sections.shown(layer));
    map.put("mishaps", layer.figures().mishaps().stream().map(LayerDocument::mishap).toList());
    return map;
  }

  private static Map<String, Object> mishap(Mishap mishap) {
    var map = new LinkedHashMap<String, Object>();
    map.put("when", mishap.when().toString());
    map.put("tile", mishap.tile());
    map.put("sentence", mishap.sentence());
    return map;
  }
}
