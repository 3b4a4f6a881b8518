package org.azulejo.admin.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.azulejo.operation.AuditTrail;

/** Keeps everything. */
final class FakeTrail implements AuditTrail {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void add(Entry entry) {
    entries.add(0, entry);
  }

  @Override
  public List<Entry> entries() {
    return new ArrayList<>(entries);
  }
}
