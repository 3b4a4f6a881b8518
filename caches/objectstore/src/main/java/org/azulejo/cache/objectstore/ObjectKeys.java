package org.azulejo.cache.objectstore;

import java.util.Locale;
import org.azulejo.api.TileKey;

/**
 * TileStache's names of objects: {@code LAYER/ZOOM/COLUMN/ROW.format}, with the format in lower
 * case, and a lock beside each as {@code ...-lock}.
 *
 * @param beginning of all names, with the slash at its end if there is to be one
 */
public record ObjectKeys(String beginning) {
  String tile(TileKey key) {
    String format = key.format().name().toLowerCase(Locale.ROOT);
    return beginning + key.layer() + "/" + key.coordinate() + key.suffix() + "." + format;
  }

  String lock(TileKey key) {
    return tile(key) + "-lock";
  }
}
