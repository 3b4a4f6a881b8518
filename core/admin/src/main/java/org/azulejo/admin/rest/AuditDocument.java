package org.azulejo.admin.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.operation.AuditTrail.Entry;

/** What was done and refused, for programs. */
final class AuditDocument {
  private AuditDocument() {}

  static Map<String, Object> of(List<Entry> entries) {
    return Map.of("entries", entries.stream().map(AuditDocument::entry).toList());
  }

  private static Map<String, Object> entry(Entry entry) {
    var map = new LinkedHashMap<String, Object>();
    map.put("when", entry.when().toString());
    map.put("who", entry.who());
    map.put("role", entry.role());
    map.put("what", entry.what());
    map.put("from", entry.from());
    map.put("done", entry.isDone());
    map.put("result", entry.result());
    return map;
  }
}
