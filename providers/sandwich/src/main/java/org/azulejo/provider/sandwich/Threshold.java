package org.azulejo.provider.sandwich;

/** What is above becomes 1, the rest 0. */
record Threshold(float red, float green, float blue) implements Adjustment {
  @Override
  public void adjust(Row row) {
    apply(red, row.red);
    apply(green, row.green);
    apply(blue, row.blue);
  }

  private static void apply(float limit, float[] lane) {
    for (int i = 0; i < lane.length; i++) {
      lane[i] = lane[i] > limit ? 1 : 0;
    }
  }
}
