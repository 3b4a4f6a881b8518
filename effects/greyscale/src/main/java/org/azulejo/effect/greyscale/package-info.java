/**
 * Takes the colour from drawings and leaves the brightness. Transparency is kept. The name is
 * {@code greyscale}; it has no options.
 */
@NullMarked
package org.azulejo.effect.greyscale;

import org.jspecify.annotations.NullMarked;
