package org.azulejo.engine.layer;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that a layer's cache fails to do: said once, until it works again. */
final class Complaint {
  private static final Logger log = LoggerFactory.getLogger(Complaint.class);

  private final String layer;
  private final String deed;
  private final AtomicBoolean isRaised = new AtomicBoolean();

  /**
   * @param deed in words that follow "could not"
   */
  Complaint(String layer, String deed) {
    this.layer = layer;
    this.deed = deed;
  }

  void raise(Throwable cause) {
    if (cause instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    } else if (isRaised.compareAndSet(false, true)) {
      log.warn("The cache of the layer \"{}\" could not {}.", layer, deed, cause);
    } else {
      log.debug("The cache of the layer \"{}\" could not {} again.", layer, deed, cause);
    }
  }

  void settle() {
    if (isRaised.get() && isRaised.compareAndSet(true, false)) {
      log.info("The cache of the layer \"{}\" can {} again.", layer, deed);
    }
  }
}
