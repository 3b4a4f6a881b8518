package org.azulejo.engine.plugin;

/** The three kinds of plug-ins, in the word that a configuration and a sentence use. */
public enum Kind {
  PROVIDER("provider"),
  CACHE("cache"),
  EFFECT("pixel effect");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
