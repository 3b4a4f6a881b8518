package org.azulejo.provider.sandwich;

/** {@code square x² + slope x + offset}, clipped to 0..1. */
record Curve(float square, float slope, float offset) {
  /**
   * The one through three points.
   *
   * @param x three different numbers
   */
  static Curve through(double[] x, double[] y) {
    double first = (y[1] - y[0]) / (x[1] - x[0]);
    double second = (y[2] - y[1]) / (x[2] - x[1]);
    double square = (second - first) / (x[2] - x[0]);
    double slope = first - square * (x[0] + x[1]);
    double offset = y[0] - x[0] * (square * x[0] + slope);
    return new Curve((float) square, (float) slope, (float) offset);
  }

  void apply(float[] lane) {
    for (int i = 0; i < lane.length; i++) {
      float x = lane[i];
      lane[i] = Math.max(0, Math.min(1, (square * x + slope) * x + offset));
    }
  }
}
