/**
 * Mixes the colours of drawings with the grey of the same brightness. Transparency is kept. The
 * name is {@code desaturate}. Options:
 *
 * <ul>
 *   <li>{@code factor}: how much of the grey, from 0 (the colours as they were) to 1 (all grey);
 *       what lies beyond is taken as the nearer of the two; default 0.85
 * </ul>
 */
@NullMarked
package org.azulejo.effect.desaturate;

import org.jspecify.annotations.NullMarked;
