package org.azulejo;

/** How far the server starts: the folders of bundles are numbered so. */
enum Level {
  /** The layers are there, and nobody shows them to anybody. */
  LAYERS(5),
  /** All that serves. */
  SERVER(8),
  /** The shell as well, which reads the standard input. */
  SHELL(9);

  private final int number;

  Level(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
