package org.azulejo.layer;

import java.util.List;

/** How a layer fares. */
public sealed interface LayerState {
  /** It serves. */
  record Active() implements LayerState {}

  /**
   * It serves what its cache holds and waits for plug-ins.
   *
   * @param missing what it waits for, in words: {@code provider "mapnik"}
   */
  record Waiting(List<String> missing) implements LayerState {
    public Waiting {
      missing = List.copyOf(missing);
    }
  }

  /**
   * It cannot serve until its configuration is mended.
   *
   * @param message a sentence for the person who can
   */
  record Failed(String message) implements LayerState {}
}
