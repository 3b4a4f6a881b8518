/**
 * Blurs drawings as with a Gaussian bell. Opacity is blurred likewise, and by itself: the colours
 * of transparent pixels count like all others. Beyond the edges the drawing is taken to go on as it
 * ends. The name is {@code blur}. Options:
 *
 * <ul>
 *   <li>{@code radius}: the standard deviation of the bell in pixels, 0 or more, fractions allowed;
 *       less is taken as 0, which changes nothing; more than 10000 is taken as 10000; default 5
 * </ul>
 */
@NullMarked
package org.azulejo.effect.blur;

import org.jspecify.annotations.NullMarked;
