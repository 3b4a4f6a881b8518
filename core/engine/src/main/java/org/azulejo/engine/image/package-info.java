/**
 * Pixels to the bytes of a format and back.
 *
 * <p>{@link org.azulejo.engine.image.Encoders} knows the encoder of every format, as a layer's
 * options want it; {@link org.azulejo.engine.image.Decoder} is the way back.
 */
@NullMarked
package org.azulejo.engine.image;

import org.jspecify.annotations.NullMarked;
