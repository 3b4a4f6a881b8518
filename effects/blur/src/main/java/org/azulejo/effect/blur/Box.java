package org.azulejo.effect.blur;

/**
 * Neighbours that are averaged: the pixel, so many on either side, and a part of the next ones.
 * Weights are in parts of 2^24, as Pillow has them.
 *
 * @param radius whole pixels on either side
 * @param weight of each whole pixel
 * @param edgeWeight of the pixel before and the one after
 */
record Box(int radius, int weight, int edgeWeight) {
  private static final int WHOLE = 1 << 24;

  /**
   * The box that makes a Gaussian bell when it is applied several times: P. Gwosdek and others,
   * "Theoretical Foundations of Gaussian Convolution by Extended Box Filtering", in floats as in
   * Pillow.
   *
   * @param deviation the standard deviation in pixels, 0 or more
   */
  static Box forGauss(float deviation, int passes) {
    float variance = deviation * deviation / passes;
    float length = (float) Math.sqrt(12.0 * variance + 1.0);
    float whole = (float) Math.floor((length - 1.0) / 2.0);
    float part = (2 * whole + 1) * (whole * (whole + 1) - 3 * variance);
    part /= 6 * (variance - (whole + 1) * (whole + 1));
    return of(whole + part);
  }

  private static Box of(float radius) {
    int whole = (int) radius;
    int weight = (int) (WHOLE / (radius * 2 + 1));
    return new Box(whole, weight, (WHOLE - (whole * 2 + 1) * weight) / 2);
  }
}
