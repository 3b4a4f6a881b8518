package org.azulejo.api;

import java.awt.image.BufferedImage;
import org.osgi.annotation.versioning.ConsumerType;

/** Changes the pixels of a drawing before it is cut into tiles. Called by many threads at once. */
@ConsumerType
@FunctionalInterface
public interface Effect {
  /**
   * The changed drawing, of the same size and type.
   *
   * @param image {@link BufferedImage#TYPE_INT_ARGB}, not premultiplied, backed by one array
   *     without gaps; the effect's own to change and give back
   */
  BufferedImage apply(BufferedImage image) throws Exception;
}
