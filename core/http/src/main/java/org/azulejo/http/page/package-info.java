/** What people and their programs look at beside tiles: front page, viewer, TileJSON, lists. */
@NullMarked
package org.azulejo.http.page;

import org.jspecify.annotations.NullMarked;
