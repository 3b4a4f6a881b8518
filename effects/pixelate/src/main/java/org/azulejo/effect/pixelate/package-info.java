/**
 * Makes drawings of large square pixels. Transparency is pixelated likewise. The name is {@code
 * pixelate}. Options:
 *
 * <ul>
 *   <li>{@code reduction}: how many pixels wide and tall a square is, 1 or more, fractions allowed;
 *       less is taken as 1, which changes nothing; more than the drawing has makes one square of
 *       it; default 5
 * </ul>
 */
@NullMarked
package org.azulejo.effect.pixelate;

import org.jspecify.annotations.NullMarked;
