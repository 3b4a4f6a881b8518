package org.azulejo.operation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The configuration as text, to be looked at, checked and edited with its comments kept. Whoever
 * edits says which text the edit is made to, by its fingerprint: an edit to an older one is
 * refused, whoever made the newer one. An edit is checked, then written in one step, then served:
 * whoever looks afterwards sees what has come of it. An edit that changes nothing is none.
 *
 * <p>The text holds whatever the file holds, secrets too; reasons and messages hold none of it. A
 * service; safe for many threads, one edit at a time.
 */
@ProviderType
public interface ConfigurationFile {
  /**
   * The text as it is now, without a byte order mark.
   *
   * @throws RefusedException if the configuration is no file, or not in UTF-8, and so cannot be
   *     edited here
   * @throws IOException with a sentence, if the file cannot be read
   */
  Text read() throws RefusedException, IOException;

  /**
   * What would become of a configuration: its layers are built of the plug-ins that are there now,
   * and closed again. Nothing is served, nothing is changed. Relative paths start from where the
   * configuration is that is served.
   */
  Verdict check(String json);

  /**
   * Replaces the whole text. Line ends become those of the text before, if that had one kind only;
   * a byte order mark stays.
   *
   * @throws ConflictException if the text is another by now
   * @throws RefusedException if it cannot be read, or a layer that works now would fail; a layer
   *     may wait, and one that is new may fail: see {@link #check}
   * @throws IOException with a sentence, if the file cannot be read or written
   */
  Text write(String fingerprint, String json) throws RefusedException, IOException;

  /**
   * Adds a layer as the last one, or changes it: values that stay the same keep their place and
   * their comments, down to the elements of lists.
   *
   * @param section the layer's JSON object; comments in it are left out
   * @throws RefusedException as {@link #write}, or if it is no JSON object
   */
  Text putLayer(String fingerprint, String name, String section)
      throws RefusedException, IOException;

  /**
   * Removes a layer, with the comments in it, at the end of its last line, and right above it; the
   * latter stay if the next layer follows without an empty line or a comment of its own.
   *
   * @throws RefusedException as {@link #write}, or if there is no such layer
   */
  Text removeLayer(String fingerprint, String name) throws RefusedException, IOException;

  /**
   * Brings back the text before the last edit made here, unchecked: it has been there before. The
   * last twenty edits since the start of the server can be undone, one after the other.
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
   * @param problem why the whole is no configuration, if it is none; there are no layers then
   * @param layers in the order of the configuration
   */
  record Verdict(Optional<String> problem, List<LayerVerdict> layers) {}

  /**
   * @param state {@code active}, {@code waiting} or {@code failed}
   * @param reason why it does not work, in a sentence; empty if it does
   * @param warnings what should be known although it works
   */
  record LayerVerdict(String name, String state, String reason, List<String> warnings) {}
}
