package org.azulejo.provider.sandwich;

/** Changes the colours of a row, not its opacity. Immutable. */
interface Adjustment {
  void adjust(Row row);
}
