package org.azulejo.provider.proxy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.azulejo.api.Area;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.UpstreamException;
import org.azulejo.upstream.Upstream;
import org.azulejo.upstream.picture.Picture;

/** Passes on the tiles of another server; several pictures are laid on top of each other. */
final class ProxyProvider implements TileProvider {
  /** The beginning of HTML or XML, perhaps after a byte order mark: of no data that we know. */
  private static final Pattern PAGE = Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*<");

  private static final int BEGINNING = 64;

  private final TileAddresses addresses;
  private final Set<Format> formats;
  private final Upstream upstream;
  private final Clock clock;

  ProxyProvider(TileAddresses addresses, Set<Format> formats, Upstream upstream, Clock clock) {
    this.addresses = addresses;
    this.formats = formats;
    this.upstream = upstream;
    this.clock = clock;
  }

  @Override
  public Set<Format> formats() {
    return formats;
  }

  @Override
  public boolean scales() {
    return addresses.scale();
  }

  @Override
  public Optional<Tile> tile(TileRequest request) throws IOException, InterruptedException {
    var tiles = new ArrayList<EncodedTile>();
    for (URI address : addresses.of(request.coordinate(), request.area().scale())) {
      fetch(address, request.format()).ifPresent(tiles::add);
    }
    if (tiles.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(addresses.depth() == 1 ? tiles.get(0) : stacked(tiles, request.area()));
  }

  private static Tile stacked(List<EncodedTile> tiles, Area area) throws IOException {
    return Stack.of(tiles, area.width(), area.height());
  }

  private Optional<EncodedTile> fetch(URI address, Format asked)
      throws IOException, InterruptedException {
    Optional<byte[]> bytes = upstream.fetch(address);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new EncodedTile(format(bytes.get(), asked), bytes.get(), clock.instant()));
  }

  private static Format format(byte[] bytes, Format asked) throws UpstreamException {
    if (asked.isImage()) {
      return Picture.of(bytes).format();
    }
    refusePage(bytes);
    return asked;
  }

  /** Servers in trouble like to send a page as if all were well. */
  private static void refusePage(byte[] bytes) throws UpstreamException {
    int length = Math.min(BEGINNING, bytes.length);
    if (PAGE.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)).lookingAt()) {
      throw new UpstreamException("The upstream server sent a page in place of data.");
    }
  }

  @Override
  public void close() {
    upstream.close();
  }
}
