package org.azulejo.layer;

import java.util.List;

/** The layer waits for a plug-in, and its cache does not hold the tile. */
public class LayerWaitingException extends Exception {
  public LayerWaitingException(String layer, List<String> missing) {
    super("The layer \"%s\" waits for %s.".formatted(layer, String.join(", ", missing)));
  }
}
