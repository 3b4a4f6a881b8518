package org.azulejo.admin.desk;

import org.azulejo.layer.LayerState;

/** How layers fare, in words. */
public final class States {
  private States() {}

  /** {@code active}, {@code waiting} or {@code failed}. */
  public static String word(LayerState state) {
    if (state instanceof LayerState.Waiting) {
      return "waiting";
    }
    return state instanceof LayerState.Failed ? "failed" : "active";
  }

  /** What keeps the layer from serving, as a sentence; empty if nothing does. */
  public static String reason(LayerState state) {
    if (state instanceof LayerState.Waiting waiting) {
      return "Waits for " + String.join(", ", waiting.missing()) + ".";
    }
    return state instanceof LayerState.Failed failed ? failed.message() : "";
  }
}
