/**
 * Makes drawings look printed: cyan, magenta and yellow become dots that are there or not, so dense
 * that shades appear, by Floyd-Steinberg error diffusion. Transparency is kept. The name is {@code
 * halftone}; it has no options.
 */
@NullMarked
package org.azulejo.effect.halftone;

import org.jspecify.annotations.NullMarked;
