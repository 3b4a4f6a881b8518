package org.azulejo.operation;

import java.util.List;
import java.util.Set;
import org.azulejo.api.OptionKey;

/**
 * A plug-in that is there: one factory of a bundle.
 *
 * @param kind {@code provider}, {@code cache} or {@code pixel effect}
 * @param names by which a configuration asks for it, the usual one first
 * @param keys that may stand in its section; empty if it does not say
 * @param bundle symbolic name of its bundle
 * @param version of its bundle
 * @param layers that use it, whether they work or not
 * @param isShadowed whether another of the same name serves in its place
 */
public record Plugin(
    String kind,
    List<String> names,
    List<OptionKey> keys,
    String bundle,
    String version,
    Set<String> layers,
    boolean isShadowed) {

  /** The usual name. */
  public String name() {
    return names.get(0);
  }
}
