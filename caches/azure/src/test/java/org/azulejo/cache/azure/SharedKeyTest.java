package org.azulejo.cache.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Beside what Microsoft's own client for JavaScript, 12.28.0, sends with the same key and time. */
class SharedKeyTest {
  private static final SharedKey KEY =
      new SharedKey(
          "mapsaccount",
          "a key that is none of anybody".getBytes(UTF_8),
          InstantSource.fixed(Instant.parse("2026-06-03T04:05:06Z")));
  private static final URI CONTAINER =
      URI.create("https://mapsaccount.blob.core.windows.net/tiles/");

  @Test
  void anUploadIsSignedAsMicrosoftDoes() {
    var headers =
        Map.of(
            "Content-Type", "application/octet-stream",
            "If-None-Match", "*",
            "x-ms-blob-content-type", "image/png",
            "x-ms-blob-type", "BlockBlob",
            "x-ms-client-request-id", "ed3329ec-7635-4e38-ba6e-6de4b525b271",
            "x-ms-version", "2025-07-05");
    URI address = CONTAINER.resolve("osm%2Fit%27s%20%C3%BC%2F12%2F656%2F1582%402x.png");
    assertThat(KEY.signed("PUT", address, headers, "tile".getBytes(UTF_8)))
        .containsAllEntriesOf(headers)
        .containsEntry("x-ms-date", "Wed, 03 Jun 2026 04:05:06 GMT")
        .containsEntry(
            "Authorization", "SharedKey mapsaccount:/IJHyQZ94EAem/yUoYs5f10oQh/3uZOiZsTOWerK5UY=");
  }

  @Test
  void aRemovalIsSignedAsMicrosoftDoes() {
    var headers =
        Map.of(
            "If-Match", "\"0x8D\"",
            "x-ms-client-request-id", "357cfa3e-93d0-4817-971a-a0bf0ada0a3e",
            "x-ms-version", "2025-07-05");
    URI address = CONTAINER.resolve("osm/12/656/1582.png");
    assertThat(KEY.signed("DELETE", address, headers, new byte[0]))
        .containsEntry(
            "Authorization", "SharedKey mapsaccount:t0mWcyIvNJfiusXUcUHM9xwH1wyuELtcGS+VzyPob54=");
  }
}
