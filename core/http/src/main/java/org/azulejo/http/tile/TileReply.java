package org.azulejo.http.tile;

import java.io.IOException;
import java.util.Optional;
import org.azulejo.api.EncodedTile;
import org.azulejo.http.exchange.Conditional;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Freshness;
import org.azulejo.http.exchange.Headers;
import org.azulejo.layer.Answer;
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
  void send(Exchange exchange, Wanted wanted, Answer answer, Optional<Jsonp> jsonp)
      throws IOException {
    if (answer instanceof Answer.None none) {
      stamp(exchange, wanted);
      none.blank().ifPresentOrElse(blank -> show(exchange, blank), () -> exchange.send(404));
    } else if (answer instanceof Answer.Found found) {
      if (jsonp.isPresent()) {
        byte[] call = call(found.tile(), jsonp.get());
        stamp(exchange, wanted, found);
        exchange.send(200, Headers.contentType(Jsonp.MEDIA_TYPE), call);
      } else if (Gzip.isPacked(found.tile())) {
        sendPacked(exchange, wanted, found);
      } else {
        stamp(exchange, wanted, found);
        sendPlain(exchange, found.tile());
      }
    }
  }

  /** Sends the bytes of a tile that was at hand as they are. */
  void send(Exchange exchange, Wanted wanted, EncodedTile tile) {
    stamp(exchange, wanted);
    sendPlain(exchange, tile);
  }

  private void stamp(Exchange exchange, Wanted wanted) {
    freshness.stamp(exchange.headers(), wanted.layer(), wanted.zoom());
  }

  private void stamp(Exchange exchange, Wanted wanted, Answer.Found found) {
    if (found.origin() == Answer.Origin.STALE) {
      freshness.stampOld(exchange.headers(), wanted.layer(), wanted.zoom());
    } else {
      stamp(exchange, wanted);
    }
  }

  private static void sendPlain(Exchange exchange, EncodedTile tile) {
    send(exchange, tile, '"' + tile.fingerprint() + '"', tile.bytes());
  }

  private static byte[] call(EncodedTile tile, Jsonp jsonp) throws IOException {
    return jsonp.wrap(Gzip.isPacked(tile) ? Gzip.unpack(tile.bytes()) : tile.bytes());
  }

  private void sendPacked(Exchange exchange, Wanted wanted, Answer.Found found) throws IOException {
    EncodedTile tile = found.tile();
    boolean packed = exchange.acceptsGzip();
    byte[] bytes = packed ? tile.bytes() : Gzip.unpack(tile.bytes());
    String tag = '"' + tile.fingerprint() + (packed ? "-gzip\"" : "\"");
    stamp(exchange, wanted, found);
    exchange.headers().add(Headers.VARIES_BY_ENCODING);
    if (packed) {
      exchange.headers().add(Headers.GZIPPED);
    }
    send(exchange, tile, tag, bytes);
  }

  /** Sends the bytes unless the client has them, as the tag tells. */
  private static void send(Exchange exchange, EncodedTile tile, String tag, byte[] bytes) {
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
