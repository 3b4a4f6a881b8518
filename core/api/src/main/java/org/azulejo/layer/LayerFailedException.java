package org.azulejo.layer;

/** The layer cannot be used as it is configured. */
public class LayerFailedException extends Exception {
  public LayerFailedException(String layer, String message) {
    super("The layer \"%s\" failed: %s".formatted(layer, message));
  }
}
