package org.azulejo.engine.image;

/** Filters the rows of one picture, one after another. */
final class RowFilter {
  private final Scanlines rows;
  private final PngFiltering filtering;
  private final int step;
  private final byte[] trial;
  private byte[] row;
  private byte[] above;
  private int y;

  RowFilter(Scanlines rows, PngFiltering filtering) {
    this.rows = rows;
    this.filtering = filtering;
    step = rows.pixelBytes();
    trial = new byte[rows.rowBytes()];
    row = new byte[step + rows.rowBytes()];
    above = new byte[step + rows.rowBytes()];
  }

  /** Writes the next row, its filter's number first. */
  void next(byte[] target, int at) {
    rows.row(y++, row, step);
    filtering.apply(row, above, step, target, at, trial);
    byte[] spare = above;
    above = row;
    row = spare;
  }
}
