/**
 * Makes drawings black and white: every pixel becomes a dot of either, so dense that greys appear,
 * by Floyd-Steinberg error diffusion. Transparency is kept. The name is {@code blackwhite}; it has
 * no options.
 */
@NullMarked
package org.azulejo.effect.blackwhite;

import org.jspecify.annotations.NullMarked;
