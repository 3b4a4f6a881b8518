package org.azulejo.admin.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.exchange.Json;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.operation.ConfigurationFile;
import org.azulejo.operation.ConfigurationFile.Text;
import org.azulejo.operation.ConfigurationFile.Verdict;
import org.azulejo.operation.RefusedException;

/** Edits the configuration. */
public final class ConfigurationDesk {
  private static final String LAYERS = "layers";

  private final Services services;
  private final Audit audit;

  public ConfigurationDesk(Services services, Audit audit) {
    this.services = services;
    this.audit = audit;
  }

  /**
   * The configuration as it is, its secrets too.
   *
   * @throws Problem 503 if nothing can edit it, 409 if it is no file
   */
  public Text read() throws Problem, IOException {
    ConfigurationFile editor = services.editor();
    try {
      return editor.read();
    } catch (RefusedException e) {
      throw new Problem(409, String.valueOf(e.getMessage()));
    }
  }

  /** What can be edited now; empty if nothing can. */
  public Optional<Text> find() {
    try {
      return Optional.of(read());
    } catch (Problem | IOException e) {
      return Optional.empty();
    }
  }

  public Verdict check(String json) throws Problem {
    return services.editor().check(json);
  }

  /** What would become of it with this layer. */
  public Verdict checkLayer(String name, JsonNode section) throws Problem, IOException {
    checkName(name);
    ObjectNode configuration = Json.object(read().json());
    ObjectNode layers =
        configuration.get(LAYERS) instanceof ObjectNode object ? object : Json.object();
    layers.set(name, restored(name, section));
    configuration.set(LAYERS, layers);
    return check(Json.write(configuration));
  }

  public Text write(Visitor by, String fingerprint, String json) throws Exception {
    return edit(by, "write the configuration", editor -> editor.write(fingerprint, json));
  }

  /**
   * Adds or changes a layer.
   *
   * @param section where what is {@link Secrecy#HIDDEN} stays as it is
   * @throws Problem 422 if it is new and its name is none for an address
   */
  public Text putLayer(Visitor by, String fingerprint, String name, String section)
      throws Exception {
    String what = "put the layer \"%s\"".formatted(name);
    return edit(
        by,
        what,
        editor -> {
          checkName(name);
          JsonNode given = Json.object(section);
          JsonNode whole = restored(name, given);
          // Unless something was put in, the text itself, for there may be comments in it.
          return editor.putLayer(
              fingerprint, name, whole.equals(given) ? section : Json.pretty(whole));
        });
  }

  public Text removeLayer(Visitor by, String fingerprint, String name) throws Exception {
    return edit(
        by,
        "remove the layer \"%s\"".formatted(name),
        editor -> {
          if (raw(name).isEmpty()) {
            throw new Problem(
                404, "There is no layer \"%s\" in the configuration.".formatted(name));
          }
          return editor.removeLayer(fingerprint, name);
        });
  }

  public Text undo(Visitor by, String fingerprint) throws Exception {
    return edit(by, "undo the last edit", editor -> editor.undo(fingerprint));
  }

  /** Has the configuration read again, wherever it is. */
  public void reload(Visitor by) throws Exception {
    audit.watch(
        by,
        "reload the configuration",
        () -> {
          services.reload().reload();
          return true;
        });
  }

  private interface Change {
    Text make(ConfigurationFile editor) throws Exception;
  }

  private Text edit(Visitor by, String what, Change change) throws Exception {
    return audit.watch(by, what, () -> change.make(services.editor()));
  }

  private JsonNode restored(String name, JsonNode section) throws Problem, IOException {
    var shown = services.layers().snapshot().layer(name);
    var raw = raw(name);
    return shown.isPresent() && raw.isPresent()
        ? Secrecy.restore(section, new Sections(services).shown(shown.get()), raw.get())
        : Secrecy.complete(section);
  }

  /** Nobody could ask for the tiles of a layer with another name; one that is there may stay. */
  private void checkName(String name) throws Problem, IOException {
    boolean isGood =
        !name.isEmpty() && (Character.isLetterOrDigit(name.charAt(0)) || name.startsWith("_"));
    if (!isGood && raw(name).isEmpty()) {
      throw new Problem(
          422,
          "The name of a layer begins with a letter, a digit or _; \"%s\" does not."
              .formatted(name));
    }
  }

  /** The section of a layer as it stands in the file. */
  private Optional<JsonNode> raw(String name) throws Problem, IOException {
    JsonNode layers = Json.object(read().json()).path(LAYERS);
    return Optional.ofNullable(layers.get(name));
  }
}
