package org.azulejo.http.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.azulejo.http.exchange.Conditional;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Headers;
import org.eclipse.jetty.http.HttpHeader;

/**
 * A file that pages need, kept gzipped.
 *
 * @param tag changes when the file does
 * @param cacheControl how long clients may keep it
 * @param length of the file before it was packed
 */
record Asset(String mediaType, String cacheControl, String tag, int length, byte[] gzipped) {

  /**
   * @param resource where it lies in this bundle
   */
  static Asset read(String resource, String mediaType, String cacheControl) throws IOException {
    try (InputStream in = Asset.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      byte[] bytes = in.readAllBytes();
      return new Asset(mediaType, cacheControl, tag(bytes), bytes.length, pack(bytes));
    }
  }

  void send(Exchange exchange) throws IOException {
    boolean packed = exchange.acceptsGzip();
    String quoted = '"' + tag + (packed ? "-gzip\"" : "\"");
    exchange.headers().put(Headers.VARIES_BY_ENCODING);
    exchange.headers().put(HttpHeader.CACHE_CONTROL, cacheControl);
    exchange.headers().put(HttpHeader.ETAG, quoted);
    if (Conditional.isKnown(exchange.asked(HttpHeader.IF_NONE_MATCH), quoted)) {
      exchange.sendKnown(packed ? gzipped.length : length);
    } else if (packed) {
      exchange.headers().put(Headers.GZIPPED);
      exchange.send(200, Headers.contentType(mediaType), gzipped);
    } else {
      exchange.send(200, Headers.contentType(mediaType), unpack(gzipped));
    }
  }

  private static String tag(byte[] bytes) {
    var sum = new CRC32();
    sum.update(bytes);
    return Long.toHexString(sum.getValue()) + "-" + bytes.length;
  }

  private static byte[] pack(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] unpack(byte[] bytes) throws IOException {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    }
  }
}
