package org.azulejo.engine.image;

/**
 * How the rows of a PNG file are made ready for compression: chapter 9 of the PNG specification.
 * Each kind holds its number and its formula.
 */
enum PngFilter {
  NONE {
    @Override
    void apply(byte[] row, byte[] above, int step, byte[] target, int at) {
      System.arraycopy(row, step, target, at, row.length - step);
    }
  },
  SUB {
    @Override
    void apply(byte[] row, byte[] above, int step, byte[] target, int at) {
      for (int i = step; i < row.length; i++) {
        target[at + i - step] = (byte) (row[i] - row[i - step]);
      }
    }
  },
  UP {
    @Override
    void apply(byte[] row, byte[] above, int step, byte[] target, int at) {
      for (int i = step; i < row.length; i++) {
        target[at + i - step] = (byte) (row[i] - above[i]);
      }
    }
  },
  AVERAGE {
    @Override
    void apply(byte[] row, byte[] above, int step, byte[] target, int at) {
      for (int i = step; i < row.length; i++) {
        int mean = ((row[i - step] & 255) + (above[i] & 255)) >> 1;
        target[at + i - step] = (byte) (row[i] - mean);
      }
    }
  },
  PAETH {
    @Override
    void apply(byte[] row, byte[] above, int step, byte[] target, int at) {
      for (int i = step; i < row.length; i++) {
        int nearest = paeth(row[i - step] & 255, above[i] & 255, above[i - step] & 255);
        target[at + i - step] = (byte) (row[i] - nearest);
      }
    }
  };

  /**
   * Writes the filtered row.
   *
   * @param row begins with {@code step} zeros, which stand for the pixel left of the picture
   * @param above likewise; all zeros above the picture
   * @param step bytes from a sample to the same one of the next pixel
   */
  abstract void apply(byte[] row, byte[] above, int step, byte[] target, int at);

  private static int paeth(int left, int above, int corner) {
    int toLeft = Math.abs(above - corner);
    int toAbove = Math.abs(left - corner);
    int toCorner = Math.abs(left + above - 2 * corner);
    int either = toLeft <= toAbove ? left : above;
    return Math.min(toLeft, toAbove) <= toCorner ? either : corner;
  }
}
