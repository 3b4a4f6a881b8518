package org.azulejo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.azulejo.layer.LayerFigures;
import org.azulejo.layer.LayerFigures.Times;
import org.azulejo.layer.LayerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTest {
  @TempDir Path folder;

  private static FakeLayer osm() {
    return new FakeLayer("osm").holding(Sample.png(100));
  }

  private static Settings settings(int metricsPort, String accessLog) {
    return new Settings(
        "127.0.0.1",
        0,
        4,
        16,
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        100,
        Settings.Tls.NONE,
        metricsPort,
        accessLog,
        false);
  }

  @Test
  void aServerIsReadyWhenNoLayerWaits() throws Exception {
    FakeLayer failed = osm();
    failed.state = new LayerState.Failed("Broken.");
    try (var server = new TestServer(failed)) {
      Reply health = server.get("/health");
      assertThat(health.status()).isEqualTo(200);
      assertThat(health.text()).contains("\"status\":\"ready\"", "\"failed\":[\"osm\"]");
      assertThat(health.headers()).containsEntry("cache-control", "no-store");
    }
  }

  @Test
  void aLayerThatWaitsKeepsItFromBeingReadyButNotFromBeingAlive() throws Exception {
    FakeLayer waiting = osm();
    waiting.state = new LayerState.Waiting(List.of("provider \"mapnik\""));
    try (var server = new TestServer(waiting)) {
      assertThat(server.get("/health").status()).isEqualTo(503);
      assertThat(server.get("/health").text()).contains("\"waiting\":[\"osm\"]");
      assertThat(server.get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void metricsTellWhatBecameOfRequests() throws Exception {
    FakeLayer layer = new FakeLayer("o\"s\\m").holding(Sample.png(100));
    var times = new Times(List.of(0.1, 1.0), List.of(3L, 1L, 1L), 4.5);
    layer.figures = new LayerFigures(7, 5, 1, 2, times, List.of(), OptionalLong.of(4096));
    try (var server = new TestServer(layer)) {
      Reply metrics = server.get("/metrics");
      assertThat(metrics.header("content-type")).startsWith("text/plain; version=0.0.4");
      assertThat(metrics.text())
          .contains(
              "azulejo_connections 1\n",
              "azulejo_layer_active{layer=\"o\\\"s\\\\m\"} 1\n",
              "azulejo_layer_requests_total{layer=\"o\\\"s\\\\m\",result=\"hit\"} 7\n",
              "azulejo_layer_draw_seconds_bucket{layer=\"o\\\"s\\\\m\",le=\"1.0\"} 4\n",
              "azulejo_layer_draw_seconds_bucket{layer=\"o\\\"s\\\\m\",le=\"+Inf\"} 5\n",
              "azulejo_layer_cache_bytes{layer=\"o\\\"s\\\\m\"} 4096\n",
              "azulejo_layer_draw_seconds_sum{layer=\"o\\\"s\\\\m\"} 4.5\n");
    }
  }

  @Test
  void metricsMayHaveADoorOfTheirOwn() throws Exception {
    try (var server = new TestServer(new FakeLayers(osm()), settings(0, ""))) {
      assertThat(server.get("/metrics").status()).isEqualTo(400);
      assertThat(server.get("/health").status()).isEqualTo(200);
      try (var client = new RawClient(server.metricsPort())) {
        assertThat(client.ask("GET", "/metrics").status()).isEqualTo(200);
        assertThat(client.ask("GET", "/osm/0/0/0.png").status()).isEqualTo(404);
      }
    }
  }

  @Test
  void everyRequestIsALineInTheAccessLog() throws Exception {
    String file = folder.resolve("access-yyyy_mm_dd.log").toString();
    try (var server = new TestServer(new FakeLayers(osm()), settings(-1, file))) {
      server.get("/osm/0/0/0.png?key=secret", "User-Agent: a \"client\"");
    }
    try (var logs = Files.list(folder)) {
      String line = Files.readString(logs.findFirst().orElseThrow());
      assertThat(line)
          .contains("\"path\":\"/osm/0/0/0.png\"", "\"status\":200", "\"bytes\":100")
          .contains("\"cache\":\"HIT\"", "\"agent\":\"a \\\"client\\\"\"")
          .doesNotContain("secret");
      assertThat(Instant.parse(line.substring(9, line.indexOf('Z') + 1)))
          .isBefore(Instant.now().plusSeconds(1));
    }
  }

  @Test
  void theFolderOfTheAccessLogIsMade() throws Exception {
    Path logs = folder.resolve("log/of/mine");
    String file = logs.resolve("access-yyyy_mm_dd.log").toString();
    try (var server = new TestServer(new FakeLayers(osm()), settings(-1, file))) {
      assertThat(server.get("/osm/0/0/0.png").status()).isEqualTo(200);
    }
    assertThat(logs.toFile().list()).hasSize(1);
  }

  @Test
  void whereThereCanBeNoAccessLogTheServerSaysSo() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Settings settings = settings(-1, file.resolve("access.log").toString());

    assertThatThrownBy(() -> new TestServer(new FakeLayers(osm()), settings))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("access.log: there can be no file");
  }
}
