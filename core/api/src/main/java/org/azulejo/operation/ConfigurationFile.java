package org.azulejo.operation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The configuration as text, to be looked at, checked and edited with its comments kept. Whoever
 * edits says which text the edit is made to, by its fingerprint: an edit to an older one is
 * refused. An edit is checked, then written in one step; the watch takes it up as it would a save
 * by hand. A service; safe for many threads.
 */
@ProviderType
public interface ConfigurationFile {
  /**
   * The text as it is now.
   *
   * @throws RefusedException if the configuration is no file, and so cannot be edited
   */
  Text read() throws RefusedException, IOException;

  /** What would become of a configuration: nothing is served, nothing is changed. */
  Verdict check(String json);

  /**
   * Replaces the whole text.
   *
   * @throws ConflictException if the text is another by now
   * @throws RefusedException if it cannot be read, or a layer that worked would fail
   */
  Text write(String fingerprint, String json) throws RefusedException, IOException;

  /**
   * Adds a layer, or changes it; what stays the same keeps its place and its comments.
   *
   * @param section the layer's JSON object
   * @throws RefusedException as {@link #write}
   */
  Text putLayer(String fingerprint, String name, String section)
      throws RefusedException, IOException;

  /**
   * Removes a layer.
   *
   * @throws RefusedException as {@link #write}, or if there is no such layer
   */
  Text removeLayer(String fingerprint, String name) throws RefusedException, IOException;

  /**
   * Brings back the text before the last edit made here.
   *
   * @throws ConflictException if somebody has changed the text since
   * @throws RefusedException if there is none
   */
  Text undo(String fingerprint) throws RefusedException, IOException;

  /**
   * @param fingerprint differs between different texts
   * @param canUndo whether {@link #undo} would work
   */
  record Text(String json, String fingerprint, boolean canUndo) {}

  /**
   * @param problem why the whole is no configuration, if it is none
   */
  record Verdict(Optional<String> problem, List<LayerVerdict> layers) {}

  /**
   * @param state {@code active}, {@code waiting} or {@code failed}
   * @param reason why it does not work, in a sentence; empty if it does
   * @param warnings what should be known although it works
   */
  record LayerVerdict(String name, String state, String reason, List<String> warnings) {}
}
