package org.azulejo.api;

/**
 * A place in the plane. Of the globe, {@code x} is the longitude and {@code y} the latitude, both
 * in degrees; of a projection, both are in its units; of a grid of tiles, {@code x} is the
 * fractional column and {@code y} the fractional row.
 */
public record Point(double x, double y) {}
