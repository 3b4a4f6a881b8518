package org.azulejo.cache.azure;

import org.azulejo.cache.objectstore.Signer;

/** Who asks, as Azure wants it shown. Safe for many threads. */
interface Identity extends Signer {
  /** What to do if the store does not believe it, in a sentence without any secret. */
  String advice();
}
