package org.azulejo.api;

/**
 * What a drawing has to show, and how large.
 *
 * @param envelope in the projection's units
 * @param width of the drawing in pixels, buffer included; at least 1
 * @param height of the drawing in pixels, buffer included; at least 1
 * @param zoom of the tiles that will be cut from it
 * @param scale device pixels per nominal pixel: 1, or 2 for the tiles named {@code @2x}. Width and
 *     height are multiplied by it already; lines, icons and type should be drawn so much larger.
 */
public record Area(
    Projection projection, Envelope envelope, int width, int height, int zoom, int scale) {
  public Area {
    if (width < 1 || height < 1 || scale < 1) {
      throw new IllegalArgumentException(
          "An area is at least one pixel wide and tall, not " + width + " x " + height + ".");
    }
  }
}
