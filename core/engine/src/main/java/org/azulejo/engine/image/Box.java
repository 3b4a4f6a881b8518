package org.azulejo.engine.image;

/**
 * Colours that share an entry of the palette, unless the box is cut once more.
 *
 * @param from the first place in the order of colours
 * @param to the place after the last
 * @param gain by how much the best cut lessens the sum of squared errors; 0 if it cannot be cut
 * @param axis of the best cut: 0 alpha, 1 red, 2 green, 3 blue
 * @param threshold the greatest value before the best cut
 */
record Box(int from, int to, double gain, int axis, int threshold) {}
