package org.azulejo.engine.image;

/** RGBA rows, or RGB ones for a picture that is opaque all over. */
record TrueColour(Argb picture, int pixelBytes) implements Scanlines {
  static TrueColour of(Argb picture) {
    return new TrueColour(picture, picture.isOpaque() ? 3 : 4);
  }

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
  }

  @Override
  public int bitDepth() {
    return 8;
  }

  @Override
  public int colourType() {
    return pixelBytes == 3 ? 2 : 6;
  }

  @Override
  public int rowBytes() {
    return width() * pixelBytes;
  }

  @Override
  public void row(int y, byte[] buffer, int at) {
    if (pixelBytes == 3) {
      opaqueRow(y, buffer, at);
    } else {
      translucentRow(y, buffer, at);
    }
  }

  private void opaqueRow(int y, byte[] buffer, int at) {
    int[] pixels = picture.pixels();
    int start = picture.row(y);
    for (int i = start; i < start + picture.width(); i++, at += 3) {
      int pixel = pixels[i];
      buffer[at] = (byte) (pixel >> 16);
      buffer[at + 1] = (byte) (pixel >> 8);
      buffer[at + 2] = (byte) pixel;
    }
  }

  private void translucentRow(int y, byte[] buffer, int at) {
    int[] pixels = picture.pixels();
    int start = picture.row(y);
    for (int i = start; i < start + picture.width(); i++, at += 4) {
      int pixel = pixels[i];
      buffer[at] = (byte) (pixel >> 16);
      buffer[at + 1] = (byte) (pixel >> 8);
      buffer[at + 2] = (byte) pixel;
      buffer[at + 3] = (byte) (pixel >> 24);
    }
  }
}
