package org.azulejo.admin.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.layer.Access;
import org.azulejo.layer.Answer;
import org.azulejo.layer.ClientCaching;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.LayerState;

/** A layer that serves nothing. */
record FakeLayer(
    String name,
    LayerState state,
    List<String> warnings,
    Map<String, Object> section,
    LayerFigures figures,
    Access access)
    implements Layer {

  @Override
  public List<Format> formats() {
    return List.of(Format.PNG);
  }

  @Override
  public Optional<Format> format(String extension) {
    return Optional.of(Format.PNG);
  }

  @Override
  public boolean scales() {
    return false;
  }

  @Override
  public int tileSize() {
    return 256;
  }

  @Override
  public String srs() {
    return "+proj=merc";
  }

  @Override
  public Optional<String> allowedOrigin() {
    return Optional.empty();
  }

  @Override
  public Optional<ClientCaching> caching(int zoom) {
    return Optional.empty();
  }

  @Override
  public OptionalInt maximumAge() {
    return OptionalInt.empty();
  }

  @Override
  public Optional<String> redirect(String extension) {
    return Optional.empty();
  }

  @Override
  public Preview preview() {
    return new Preview(0, 0, 0, "png");
  }

  @Override
  public Coverage coverage() {
    return new Coverage(-180, -85, 180, 85, 0, 20);
  }

  @Override
  public Map<String, Object> metadata() {
    return Map.of();
  }

  @Override
  public Optional<EncodedTile> peek(Coordinate coordinate, Format format, int scale) {
    return Optional.empty();
  }

  @Override
  public Optional<Answer.Found> read(Coordinate coordinate, Format format, int scale) {
    return Optional.empty();
  }

  @Override
  public Answer tile(Coordinate coordinate, Format format, int scale) {
    return new Answer.None(Optional.empty());
  }
}
