package org.azulejo.provider.urltemplate;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.azulejo.api.Area;
import org.azulejo.api.AreaProvider;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Projection;
import org.azulejo.api.Tile;
import org.azulejo.upstream.Address;
import org.azulejo.upstream.Upstream;
import org.azulejo.upstream.picture.Picture;

/** Passes on the pictures that another server draws of any rectangle. */
final class UrlTemplateProvider implements AreaProvider {
  private final Template template;
  private final Optional<Projection> sourceProjection;
  private final Upstream upstream;
  private final Clock clock;

  UrlTemplateProvider(
      Template template, Optional<Projection> sourceProjection, Upstream upstream, Clock clock) {
    this.template = template;
    this.sourceProjection = sourceProjection;
    this.upstream = upstream;
    this.clock = clock;
  }

  /** The picture as it came, in its own format and perhaps of another size than asked for. */
  @Override
  public Optional<Tile> draw(Area area) throws IOException, InterruptedException {
    Optional<URI> address = address(area);
    Optional<byte[]> bytes = address.isEmpty() ? Optional.empty() : upstream.fetch(address.get());
    return bytes.isEmpty() ? Optional.empty() : Optional.of(tile(bytes.get()));
  }

  private EncodedTile tile(byte[] bytes) throws IOException {
    return new EncodedTile(Picture.of(bytes).format(), bytes, clock.instant());
  }

  private Optional<URI> address(Area area) {
    return Blanks.of(area, sourceProjection.orElse(area.projection()))
        .map(template::fill)
        .map(Address::of);
  }

  @Override
  public void close() {
    upstream.close();
  }
}
