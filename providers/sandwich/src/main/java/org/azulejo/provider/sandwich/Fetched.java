package org.azulejo.provider.sandwich;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.TileRequest;

/** The pixels of sources for one request, each asked once. For one thread. */
final class Fetched {
  private final TileRequest request;
  private final Map<Source, Optional<int[]>> known = new HashMap<>();

  Fetched(TileRequest request) {
    this.request = request;
  }

  /** Empty if there is no source, or nothing in it. */
  Optional<int[]> pixels(Optional<Source> source) throws Exception {
    if (source.isEmpty()) {
      return Optional.empty();
    }
    Optional<int[]> pixels = known.get(source.get());
    if (pixels == null) {
      pixels = source.get().pixels(request);
      known.put(source.get(), pixels);
    }
    return pixels;
  }
}
