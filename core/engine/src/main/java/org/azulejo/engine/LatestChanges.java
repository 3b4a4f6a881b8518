package org.azulejo.engine;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.azulejo.operation.AuditTrail;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the last {@value #MOST_KEPT} changes and as many refusals; those who are refused all the
 * time push no changes out.
 */
@Component(immediate = true)
public final class LatestChanges implements AuditTrail {
  static final int MOST_KEPT = 100;
  private static final Logger log = LoggerFactory.getLogger("org.azulejo.audit");

  private final Deque<Entry> changes = new ArrayDeque<>();
  private final Deque<Entry> refusals = new ArrayDeque<>();

  @Override
  public void add(Entry entry) {
    log.info("{}: {}: {}", by(entry), entry.what(), entry.result());
    keep(entry.isDone() ? changes : refusals, entry);
  }

  private static String by(Entry entry) {
    return entry.role().isEmpty()
        ? entry.who()
        : "%s (%s) from %s".formatted(entry.who(), entry.role(), entry.from());
  }

  private synchronized void keep(Deque<Entry> entries, Entry entry) {
    entries.addFirst(entry);
    if (entries.size() > MOST_KEPT) {
      entries.removeLast();
    }
  }

  @Override
  public synchronized List<Entry> entries() {
    return Stream.concat(changes.stream(), refusals.stream())
        .sorted(Comparator.comparing(Entry::when).reversed())
        .toList();
  }
}
