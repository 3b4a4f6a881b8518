package org.azulejo.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.layer.Access;
import org.azulejo.layer.Answer;
import org.azulejo.layer.ClientCaching;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.LayerState;

/** A layer of which tests set what matters to them. */
final class FakeLayer implements Layer {
  final String name;
  LayerState state = new LayerState.Active();
  List<String> warnings = List.of();
  List<Format> formats = List.of(Format.PNG, Format.JPEG);
  boolean scales;
  String srs = "+proj=merc +a=6378137 +b=6378137 +units=m";
  Optional<String> allowedOrigin = Optional.empty();
  OptionalInt maximumAge = OptionalInt.empty();
  IntFunction<Optional<ClientCaching>> caching =
      zoom ->
          maximumAge.isEmpty()
              ? Optional.empty()
              : Optional.of(new ClientCaching(maximumAge.getAsInt(), 0, 0));
  Map<String, String> redirects = Map.of();
  Preview preview = new Preview(37.8, -122.26, 10, "png");
  Coverage coverage = new Coverage(-180, -85.0511287798066, 180, 85.0511287798066, 0, 20);
  Map<String, Object> metadata = Map.of();
  Map<String, Object> section = Map.of();
  Access access = new Access.Open();
  LayerFigures figures =
      new LayerFigures(
          0,
          0,
          0,
          0,
          new LayerFigures.Times(List.of(), List.of(0L), 0),
          List.of(),
          OptionalLong.empty());
  Asking peek = (coordinate, format, scale) -> new Answer.None(Optional.empty());
  Asking read = (coordinate, format, scale) -> new Answer.None(Optional.empty());
  Asking tile = (coordinate, format, scale) -> new Answer.None(Optional.empty());

  /** How a layer finds a tile. */
  interface Asking {
    Answer ask(Coordinate coordinate, Format format, int scale) throws Exception;
  }

  FakeLayer(String name) {
    this.name = name;
  }

  /** Has the same tile everywhere, at hand. */
  FakeLayer holding(EncodedTile tile) {
    formats = List.of(tile.format());
    peek = (coordinate, format, scale) -> new Answer.Found(tile, Answer.Origin.CACHE);
    return making(peek);
  }

  /** Makes tiles this way, and has none at hand. */
  FakeLayer making(Asking asking) {
    tile = asking;
    return this;
  }

  @Override
  public Access access() {
    return access;
  }

  @Override
  public LayerFigures figures() {
    return figures;
  }

  @Override
  public Map<String, Object> section() {
    return section;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public LayerState state() {
    return state;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public List<Format> formats() {
    return formats;
  }

  @Override
  public Optional<Format> format(String extension) {
    return formats.stream().filter(format -> format.answersTo(extension)).findFirst();
  }

  @Override
  public boolean scales() {
    return scales;
  }

  @Override
  public int tileSize() {
    return 256;
  }

  @Override
  public String srs() {
    return srs;
  }

  @Override
  public Optional<String> allowedOrigin() {
    return allowedOrigin;
  }

  @Override
  public OptionalInt maximumAge() {
    return maximumAge;
  }

  @Override
  public Optional<ClientCaching> caching(int zoom) {
    return caching.apply(zoom);
  }

  @Override
  public Optional<String> redirect(String extension) {
    return Optional.ofNullable(redirects.get(extension));
  }

  @Override
  public Preview preview() {
    return preview;
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }

  @Override
  public Map<String, Object> metadata() {
    return metadata;
  }

  @Override
  public Optional<EncodedTile> peek(Coordinate coordinate, Format format, int scale) {
    return found(peek, coordinate, format, scale).map(Answer.Found::tile);
  }

  @Override
  public Optional<Answer.Found> read(Coordinate coordinate, Format format, int scale) {
    return found(read, coordinate, format, scale);
  }

  private static Optional<Answer.Found> found(
      Asking asking, Coordinate coordinate, Format format, int scale) {
    try {
      return asking.ask(coordinate, format, scale) instanceof Answer.Found found
          ? Optional.of(found)
          : Optional.empty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Answer tile(Coordinate coordinate, Format format, int scale) throws Exception {
    return tile.ask(coordinate, format, scale);
  }
}
