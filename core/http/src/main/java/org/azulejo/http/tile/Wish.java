package org.azulejo.http.tile;

import org.azulejo.layer.Layer;

/**
 * What requests that are answered together have in common.
 *
 * @param layer as it was when the first of them came in
 */
record Wish(Layer layer, TilePath path) {}
