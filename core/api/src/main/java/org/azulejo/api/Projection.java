package org.azulejo.api;

import org.osgi.annotation.versioning.ProviderType;

/** A way to lay the globe flat, and the pyramid of tiles upon it. Immutable. */
@ProviderType
public interface Projection {
  /** The definition as a PROJ string. */
  String srs();

  /** Whether the coordinate lies within the pyramid. */
  boolean holds(Coordinate coordinate);

  /** What the tile covers. Coordinates outside of the pyramid are continued beyond the world. */
  Envelope envelope(Coordinate coordinate);

  /** From longitude and latitude in degrees to the projection's units. */
  Point project(Point location);

  /** From the projection's units to longitude and latitude in degrees. */
  Point unproject(Point projected);

  /** From the projection's units to the fractional column and row at a zoom. */
  Point grid(Point projected, int zoom);
}
