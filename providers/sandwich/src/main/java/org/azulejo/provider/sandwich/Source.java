package org.azulejo.provider.sandwich;

import java.util.Optional;
import org.azulejo.api.TileRequest;

/** Where the pixels of a slice come from. Safe for many threads. */
interface Source {
  /**
   * ARGB pixels, not premultiplied, row by row, as many as the area has; empty if all would be
   * transparent. They may be shared: look, do not touch.
   */
  Optional<int[]> pixels(TileRequest request) throws Exception;
}
