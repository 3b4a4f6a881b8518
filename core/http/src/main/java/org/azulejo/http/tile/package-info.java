/** Tiles by path: found at once or by a worker, redirected, wrapped, kept waiting, refused. */
@NullMarked
package org.azulejo.http.tile;

import org.jspecify.annotations.NullMarked;
