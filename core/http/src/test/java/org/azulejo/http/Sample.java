package org.azulejo.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;

/** Tiles for tests. */
final class Sample {
  static final Format GEOJSON = Format.of("GeoJSON", "application/json", "geojson", "json");
  static final Format PBF = Format.of("pbf", "application/x-protobuf", "pbf");

  private Sample() {}

  static EncodedTile png(int size) {
    return new EncodedTile(Format.PNG, new byte[size], Instant.EPOCH);
  }

  static EncodedTile json(String json) {
    return new EncodedTile(GEOJSON, json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
  }

  static EncodedTile gzipped(Format format, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return new EncodedTile(format, bytes.toByteArray(), Instant.EPOCH);
  }
}
