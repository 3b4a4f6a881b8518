package org.azulejo.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.osgi.annotation.versioning.ProviderType;

/** A layer at one moment. Safe for many threads. */
@ProviderType
public interface Layer {
  String name();

  LayerState state();

  /** What the operator should know although the layer works, in sentences. */
  List<String> warnings();

  /** The formats of its tiles, the most usual first; of a layer that waits, those it had. */
  List<Format> formats();

  /** The format that a URL with this extension asks for, in any case. */
  Optional<Format> format(String extension);

  /** Whether it has tiles of twice the pixels, {@code @2x}. */
  boolean scales();

  /** Edge of its tiles in pixels. */
  int tileSize();

  /** PROJ definition of its projection. */
  String srs();

  /** Value of the CORS header. */
  Optional<String> allowedOrigin();

  /** Seconds for which clients may keep a page about it; 0 counts. */
  OptionalInt maximumAge();

  /** How long clients may keep a tile of this zoom, if anything is said of it. */
  Optional<ClientCaching> caching(int zoom);

  /** The extension to which requests with this one are redirected. */
  Optional<String> redirect(String extension);

  Preview preview();

  /** What is inside its bounds, for TileJSON. */
  Coverage coverage();

  /** What its provider knows of the data, as members of a TileJSON 3 document. */
  Map<String, Object> metadata();

  /** Who may have its tiles. */
  Access access();

  /** How it has fared since the server started. */
  LayerFigures figures();

  /** Its section of the configuration; what is secret is not in it. */
  Map<String, Object> section();

  /** The tile, if it can be had at once. Never waits: may be called on a network thread. */
  Optional<EncodedTile> peek(Coordinate coordinate, Format format, int scale);

  /**
   * The tile, if the cache holds it; also an old one that is being drawn anew. Waits for the
   * cache's disk or network, never for a drawing.
   */
  Optional<Answer.Found> read(Coordinate coordinate, Format format, int scale);

  /**
   * The tile: from the cache, or drawn and kept. Waits as long as that takes.
   *
   * @param format one of {@link #formats}
   * @param scale 1, or 2 where {@link #scales}
   * @throws LayerWaitingException if the tile is not cached and a plug-in is missing
   * @throws LayerFailedException if the layer cannot be used
   * @throws Exception of the provider
   */
  Answer tile(Coordinate coordinate, Format format, int scale) throws Exception;

  /** Where a viewer starts: degrees, zoom, and the extension to show. */
  record Preview(double latitude, double longitude, int zoom, String extension) {}

  /** Degrees and zooms, all inclusive. */
  record Coverage(
      double west, double south, double east, double north, int lowestZoom, int highestZoom) {}
}
