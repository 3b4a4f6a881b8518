/** Rooms of the site that are services of other bundles, such as the console. */
@NullMarked
package org.azulejo.http.room;

import org.jspecify.annotations.NullMarked;
