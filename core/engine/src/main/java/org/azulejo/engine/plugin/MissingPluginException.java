package org.azulejo.engine.plugin;

/** A section asks for a plug-in that is not there (yet). */
public final class MissingPluginException extends RuntimeException {
  public MissingPluginException(Kind kind, String name) {
    super("%s \"%s\"".formatted(kind, name));
  }
}
