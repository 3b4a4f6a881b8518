package org.azulejo.engine.edit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.azulejo.api.ConfigurationException;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.ConfigurationReader;
import org.azulejo.engine.configuration.ConfigurationSource;
import org.azulejo.engine.configuration.ConfigurationSource.LocalFile;
import org.azulejo.operation.ConfigurationFile;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;

/** Edits the configuration, one edit after the other; they are served when the watch sees them. */
public final class Editor implements ConfigurationFile {
  private final Supplier<ConfigurationSource> source;
  private final BiFunction<String, Base, Verdict> rehearsal;
  private final Predicate<String> isActive;
  private final History history = new History();

  /** Numbers stay as they are written, however many digits they have. */
  private final JsonMapper mapper =
      ConfigurationReader.mapper()
          .rebuild()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /**
   * @param source of the configuration, at each moment
   * @param rehearsal tells what would become of a text
   * @param isActive whether the layer of a name works now
   */
  public Editor(
      Supplier<ConfigurationSource> source,
      BiFunction<String, Base, Verdict> rehearsal,
      Predicate<String> isActive) {
    this.source = source;
    this.rehearsal = rehearsal;
    this.isActive = isActive;
  }

  @Override
  public synchronized Text read() throws RefusedException, IOException {
    return shown(current());
  }

  @Override
  public Verdict check(String json) {
    return rehearsal.apply(json, source.get().base());
  }

  @Override
  public synchronized Text write(String fingerprint, String json)
      throws RefusedException, IOException {
    Version current = current(fingerprint);
    return change(current, LineEnds.like(current.text(), json));
  }

  @Override
  public synchronized Text putLayer(String fingerprint, String name, String section)
      throws RefusedException, IOException {
    Version current = current(fingerprint);
    ObjectNode wanted = tree(current);
    layers(wanted).set(name, section(section));
    return change(current, Revision.of(current.text(), wanted, mapper));
  }

  @Override
  public synchronized Text removeLayer(String fingerprint, String name)
      throws RefusedException, IOException {
    Version current = current(fingerprint);
    ObjectNode wanted = tree(current);
    if (layers(wanted).remove(name) == null) {
      throw new RefusedException("There is no layer \"%s\".".formatted(name));
    }
    return change(current, Revision.of(current.text(), wanted, mapper));
  }

  @Override
  public synchronized Text undo(String fingerprint) throws RefusedException, IOException {
    Version current = current(fingerprint);
    Version before = history.before(current);
    current.file().replace(current.bytes(), before.bytes());
    history.forgetLast();
    return shown(before);
  }

  private Version current(String fingerprint) throws RefusedException, IOException {
    Version current = current();
    if (!current.fingerprint().equals(fingerprint)) {
      throw new ConflictException(
          "The configuration is another by now; look at it again, and change what it has become.");
    }
    return current;
  }

  private Version current() throws RefusedException, IOException {
    if (source.get() instanceof LocalFile local) {
      var file = new TextFile(local);
      return new Version(file, file.read());
    }
    throw new RefusedException(
        "The configuration is no file of the server's own, and cannot be edited here.");
  }

  private Text shown(Version version) throws RefusedException {
    return new Text(version.text(), version.fingerprint(), history.leadsTo(version));
  }

  private Text change(Version current, String text) throws RefusedException, IOException {
    byte[] bytes = Encoding.of(current.bytes()).bytes(text);
    if (Arrays.equals(bytes, current.bytes())) {
      return shown(current);
    }
    refuseHarm(check(text));
    current.file().replace(current.bytes(), bytes);
    var next = new Version(current.file(), bytes);
    history.add(current, next);
    return shown(next);
  }

  private void refuseHarm(Verdict verdict) throws RefusedException {
    if (verdict.problem().isPresent()) {
      throw new RefusedException(verdict.problem().get());
    }
    for (LayerVerdict layer : verdict.layers()) {
      if (layer.state().equals("failed") && isActive.test(layer.name())) {
        throw new RefusedException(
            "The layer \"%s\" works now and would fail: %s"
                .formatted(layer.name(), layer.reason()));
      }
    }
  }

  private ObjectNode tree(Version version) throws RefusedException {
    try {
      byte[] json = new Encoding(false).bytes(version.text());
      return ConfigurationReader.object(json, mapper);
    } catch (ConfigurationException e) {
      throw new RefusedException(
          "The configuration has to be mended as a whole first: " + e.getMessage(), e);
    }
  }

  private static ObjectNode layers(ObjectNode root) throws RefusedException {
    JsonNode layers = root.has("layers") ? root.get("layers") : root.putObject("layers");
    if (layers instanceof ObjectNode object) {
      return object;
    }
    throw new RefusedException(
        "The configuration has to be mended as a whole first: \"layers\" is no object.");
  }

  private JsonNode section(String json) throws RefusedException {
    try {
      JsonNode section = ConfigurationReader.parse(new Encoding(false).bytes(json), mapper);
      if (section.isObject()) {
        return section;
      }
    } catch (ConfigurationException e) {
      throw new RefusedException("The section of the layer: " + e.getMessage(), e);
    }
    throw new RefusedException(
        "The section of a layer is an object { \"provider\": ... }; this is none.");
  }
}
