package org.azulejo.http.tile;

import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.http.exchange.Refusal;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.layer.Answer;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFailedException;
import org.azulejo.layer.LayerState;
import org.azulejo.layer.LayerWaitingException;
import org.jspecify.annotations.Nullable;

/** What a request wants of a layer that has it. */
record Wanted(Layer layer, TilePath path, Format format) {
  /**
   * @throws Refusal if there is no such format or size
   * @throws LayerWaitingException if the layer cannot tell before it has its plug-ins
   * @throws LayerFailedException if the layer never can
   */
  static Wanted of(Layer layer, TilePath path)
      throws Refusal, LayerWaitingException, LayerFailedException {
    Optional<Format> format = layer.format(path.extension());
    if (format.isEmpty()) {
      check(layer);
      throw new Refusal(Statuses.noFormat(layer.name(), path.extension()));
    }
    if (path.scale() > 1 && !layer.scales()) {
      throw new Refusal(Statuses.noScale(layer.name()));
    }
    return new Wanted(layer, path, format.get());
  }

  int zoom() {
    return path.coordinate().zoom();
  }

  /** The tile if it is at hand. */
  Optional<EncodedTile> peek() {
    return layer.peek(path.coordinate(), format, path.scale());
  }

  /** The tile if the cache holds it. */
  Optional<Answer.Found> read() {
    return layer.read(path.coordinate(), format, path.scale());
  }

  Answer tile() throws Exception {
    return layer.tile(path.coordinate(), format, path.scale());
  }

  private static void check(Layer layer) throws LayerWaitingException, LayerFailedException {
    if (layer.state() instanceof LayerState.Waiting waiting) {
      throw new LayerWaitingException(layer.name(), waiting.missing());
    } else if (layer.state() instanceof LayerState.Failed failed) {
      throw new LayerFailedException(layer.name(), failed.message());
    }
  }

  /**
   * The function that JSON is to be wrapped into, if the query asks for one.
   *
   * @throws Refusal if it is not the name of a function
   */
  Optional<Jsonp> callback(@Nullable String query) throws Refusal {
    boolean isJson = format.mediaType().contains("json");
    Optional<Jsonp> jsonp = isJson ? Jsonp.of(query) : Optional.empty();
    if (jsonp.isPresent() && !jsonp.get().isSafe()) {
      throw new Refusal(Statuses.badCallback());
    }
    return jsonp;
  }
}
