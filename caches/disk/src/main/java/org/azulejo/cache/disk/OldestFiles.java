package org.azulejo.cache.disk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Of many files those used longest ago, as many as have a number of bytes together. */
final class OldestFiles {
  /** A sweep that has to free more goes round again. */
  private static final int MOST = 50_000;

  private final PriorityQueue<Entry> latestFirst =
      new PriorityQueue<>(Comparator.comparing(Entry::used).reversed());
  private final long wanted;
  private long bytes;

  record Entry(Path file, long size, Instant used) {}

  /**
   * @param wanted bytes
   */
  OldestFiles(long wanted) {
    this.wanted = wanted;
  }

  void add(Entry entry) {
    latestFirst.add(entry);
    bytes += entry.size();
    while (isTooMuch()) {
      bytes -= latestFirst.remove().size();
    }
  }

  private boolean isTooMuch() {
    return latestFirst.size() > MOST
        || latestFirst.size() > 1 && bytes - latestFirst.element().size() >= wanted;
  }

  /** Those used longest ago first. */
  List<Entry> inOrder() {
    return latestFirst.stream().sorted(Comparator.comparing(Entry::used)).toList();
  }
}
