/**
 * How long the steps on the way to a tile take, measured with JMH on real pictures: to {@link
 * org.azulejo.bench.Hit find} a tile in memory, to {@link org.azulejo.bench.Drawing draw}, to let
 * the {@link org.azulejo.bench.Effects effects} at a drawing, to cut it and to {@link
 * org.azulejo.bench.Encoding encode} the tiles. Run by {@code steps.sh}, never by the build.
 */
@NullMarked
package org.azulejo.bench;

import org.jspecify.annotations.NullMarked;
