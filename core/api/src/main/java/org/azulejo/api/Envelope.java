package org.azulejo.api;

/** A rectangle in the units of a projection; the minimum is the south-western corner. */
public record Envelope(double minX, double minY, double maxX, double maxY) {
  public double width() {
    return maxX - minX;
  }

  public double height() {
    return maxY - minY;
  }

  /** This rectangle, wider by {@code x} on the west and the east, taller by {@code y} likewise. */
  public Envelope grow(double x, double y) {
    return new Envelope(minX - x, minY - y, maxX + x, maxY + y);
  }

  /** The smallest rectangle that holds both. */
  public Envelope join(Envelope other) {
    return new Envelope(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY));
  }
}
