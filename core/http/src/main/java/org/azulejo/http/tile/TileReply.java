package org.azulejo.http.tile;

import java.io.IOException;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.http.exchange.Conditional;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Freshness;
import org.azulejo.http.exchange.Headers;
import org.azulejo.layer.Answer;
import org.azulejo.layer.Layer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/** Sends what a layer answered. */
final class TileReply {
  private final Freshness freshness;

  TileReply(Freshness freshness) {
    this.freshness = freshness;
  }

  /** Whether the tile can be sent as it is, so that a network thread may do it. */
  static boolean isReady(EncodedTile tile, Optional<Jsonp> jsonp) {
    return jsonp.isEmpty() && !Gzip.isPacked(tile);
  }

  /**
   * @throws IOException if the tile is damaged; then nothing was sent
   */
  void send(Exchange exchange, Layer layer, Answer answer, Optional<Jsonp> jsonp)
      throws IOException {
    if (answer instanceof Answer.None none) {
      freshness.stamp(exchange.headers(), layer);
      none.blank().ifPresentOrElse(blank -> show(exchange, blank), () -> exchange.send(404));
    } else if (answer instanceof Answer.Found found) {
      if (jsonp.isPresent()) {
        sendCall(exchange, layer, found.tile(), jsonp.get());
      } else if (Gzip.isPacked(found.tile())) {
        sendPacked(exchange, layer, found.tile());
      } else {
        send(exchange, layer, found.tile());
      }
    }
  }

  /** Sends the bytes as they are. */
  void send(Exchange exchange, Layer layer, EncodedTile tile) {
    send(exchange, layer, tile, '"' + tile.fingerprint() + '"', tile.bytes());
  }

  private void sendCall(Exchange exchange, Layer layer, EncodedTile tile, Jsonp jsonp)
      throws IOException {
    byte[] json = Gzip.isPacked(tile) ? Gzip.unpack(tile.bytes()) : tile.bytes();
    freshness.stamp(exchange.headers(), layer);
    exchange.send(200, Headers.contentType(Jsonp.MEDIA_TYPE), jsonp.wrap(json));
  }

  private void sendPacked(Exchange exchange, Layer layer, EncodedTile tile) throws IOException {
    boolean packed = exchange.acceptsGzip();
    byte[] bytes = packed ? tile.bytes() : Gzip.unpack(tile.bytes());
    String tag = '"' + tile.fingerprint() + (packed ? "-gzip\"" : "\"");
    exchange.headers().add(Headers.VARIES_BY_ENCODING);
    if (packed) {
      exchange.headers().add(Headers.GZIPPED);
    }
    send(exchange, layer, tile, tag, bytes);
  }

  /** Sends the bytes unless the client has them, as the tag tells. */
  private void send(Exchange exchange, Layer layer, EncodedTile tile, String tag, byte[] bytes) {
    freshness.stamp(exchange.headers(), layer);
    exchange.headers().add(new HttpField(HttpHeader.ETAG, tag));
    if (Conditional.isKnown(exchange.asked(HttpHeader.IF_NONE_MATCH), tag)) {
      exchange.sendKnown(bytes.length);
    } else {
      exchange.send(200, Headers.contentType(tile.format().mediaType()), bytes);
    }
  }

  private static void show(Exchange exchange, EncodedTile blank) {
    exchange.send(404, Headers.contentType(blank.format().mediaType()), blank.bytes());
  }
}
