package org.azulejo.api;

/**
 * One tile to be made.
 *
 * @param area what the tile covers, in pixels of the layer's tile height times the scale
 */
public record TileRequest(Coordinate coordinate, Area area, Format format) {}
