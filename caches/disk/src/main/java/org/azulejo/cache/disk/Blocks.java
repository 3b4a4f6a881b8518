package org.azulejo.cache.disk;

/** What files take up on a disk, which gives its room away in blocks of 4096 bytes, as most do. */
final class Blocks {
  private static final int BLOCK = 4096;

  private Blocks() {}

  static long of(long bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }
}
