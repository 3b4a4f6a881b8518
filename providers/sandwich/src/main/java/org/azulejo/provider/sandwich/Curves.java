package org.azulejo.provider.sandwich;

/** A curve for each channel. */
record Curves(Curve red, Curve green, Curve blue) implements Adjustment {
  @Override
  public void adjust(Row row) {
    red.apply(row.red);
    green.apply(row.green);
    blue.apply(row.blue);
  }
}
