/** Pixels to bytes and back. */
@NullMarked
package org.azulejo.engine.image;

import org.jspecify.annotations.NullMarked;
