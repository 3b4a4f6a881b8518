package org.azulejo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.UpstreamException;
import org.azulejo.api.UpstreamTimeoutException;
import org.azulejo.http.exchange.FaultLog;
import org.azulejo.layer.Answer;
import org.azulejo.layer.ClientCaching;
import org.azulejo.layer.LayerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TileTest {
  private TestServer server;

  private Reply get(FakeLayer layer, String path, String... headers) throws Exception {
    server = new TestServer(layer);
    return server.get(path, headers);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void aTileAtHandIsSentWithItsTypeLengthAndTag() throws Exception {
    Reply reply = get(new FakeLayer("osm").holding(Sample.png(100)), "/osm/0/0/0.png");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).hasSize(100);
    assertThat(reply.headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("content-length", "100")
        .containsEntry("etag", '"' + Sample.png(100).fingerprint() + '"')
        .containsEntry("x-content-type-options", "nosniff")
        .doesNotContainKeys("cache-control", "expires", "access-control-allow-origin", "server");
  }

  @Test
  void aTileThatHasToBeMadeIsMadeByADrawer() throws Exception {
    var layer =
        new FakeLayer("osm")
            .making(
                (coordinate, format, scale) -> {
                  assertThat(Thread.currentThread().getName()).startsWith("azulejo-drawer-");
                  return new Answer.Found(Sample.png(7), Answer.Origin.DRAWING);
                });

    assertThat(get(layer, "/osm/0/0/0.png").body()).hasSize(7);
  }

  @Test
  void headSaysTheLengthAndSendsNothing() throws Exception {
    server = new TestServer(new FakeLayer("osm").holding(Sample.png(100)));
    try (var client = new RawClient(server.port())) {
      Reply head = client.ask("HEAD", "/osm/0/0/0.png");
      Reply next = client.ask("GET", "/osm/0/0/0.png");

      assertThat(head.header("content-length")).isEqualTo("100");
      assertThat(next.status()).isEqualTo(200);
    }
  }

  @Test
  void aLayerSaysWhoMayReadAndForHowLong() throws Exception {
    var layer = new FakeLayer("osm").holding(Sample.png(1));
    layer.allowedOrigin = Optional.of("http://maps.example.com");
    layer.maximumAge = OptionalInt.of(0);

    assertThat(get(layer, "/osm/0/0/0.png").headers())
        .containsEntry("access-control-allow-origin", "http://maps.example.com")
        .containsEntry("cache-control", "public, max-age=0")
        .containsKey("expires");
  }

  @Test
  void howLongATileMayBeKeptDependsOnItsZoom() throws Exception {
    var layer = new FakeLayer("osm").holding(Sample.png(1));
    layer.caching = zoom -> Optional.of(new ClientCaching(100 - zoom, zoom, 0));

    assertThat(get(layer, "/osm/0/0/0.png").headers())
        .containsEntry("cache-control", "public, max-age=100");
    assertThat(server.get("/osm/5/0/0.png").headers())
        .containsEntry("cache-control", "public, max-age=95, stale-while-revalidate=5");
  }

  @Test
  void anOldTileIsMarkedAndNotToBeKept() throws Exception {
    var layer = new FakeLayer("osm");
    layer.formats = List.of(Format.PNG);
    layer.caching = zoom -> Optional.of(new ClientCaching(100, 5, 50));
    layer.read =
        (coordinate, format, scale) -> new Answer.Found(Sample.png(10), Answer.Origin.STALE);

    Reply reply = get(layer, "/osm/0/0/0.png");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).hasSize(10);
    assertThat(reply.headers())
        .containsEntry("x-cache", "STALE")
        .containsEntry("cache-control", "public, max-age=0");
    assertThat(reply.header("server-timing")).startsWith("cache;dur=");
  }

  @Test
  void whoHasTheTileIsToldSo() throws Exception {
    var layer = new FakeLayer("osm").holding(Sample.png(10));
    layer.maximumAge = OptionalInt.of(60);
    String tag = '"' + Sample.png(10).fingerprint() + '"';

    Reply reply = get(layer, "/osm/0/0/0.png", "If-None-Match: \"other\", W/" + tag);

    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.headers())
        .containsEntry("etag", tag)
        .containsEntry("content-length", "10")
        .containsEntry("cache-control", "public, max-age=60");
  }

  @Test
  void anUnknownLayerIsNotFoundWithoutAWord() throws Exception {
    Reply reply = get(new FakeLayer("osm"), "/nothing/0/0/0.png");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.header("content-type")).isNull();
  }

  @Test
  void outsideOfItsBoundsALayerShowsABlankTile() throws Exception {
    var layer = new FakeLayer("osm");
    layer.making((coordinate, format, scale) -> new Answer.None(Optional.of(Sample.png(334))));
    layer.maximumAge = OptionalInt.of(60);

    Reply reply = get(layer, "/osm/0/0/0.png");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).hasSize(334);
    assertThat(reply.headers())
        .containsEntry("content-type", "image/png")
        .containsEntry("cache-control", "public, max-age=60");
  }

  @Test
  void redirectsComeBeforeEverythingElseAndKeepTheQuery() throws Exception {
    var layer = new FakeLayer("two words").holding(Sample.png(1));
    layer.redirects = Map.of("jpg", "png");

    Reply reply = get(layer, "/two%20words/03/-4/5.JPG?a=b&c");

    assertThat(reply.status()).isEqualTo(302);
    assertThat(reply.headers())
        .containsEntry("location", "/two%20words/3/-4/5.png?a=b&c")
        .containsEntry("content-type", "text/plain")
        .doesNotContainKeys("cache-control", "access-control-allow-origin");
  }

  @Test
  void aRedirectDoesNotInventAQuery() throws Exception {
    var layer = new FakeLayer("osm").holding(Sample.png(1));
    layer.redirects = Map.of("jpg", "png");

    assertThat(get(layer, "/osm/0/0/0.jpg").header("location")).isEqualTo("/osm/0/0/0.png");
    assertThat(server.get("/osm/0/0/0.jpg?").header("location")).isEqualTo("/osm/0/0/0.png");
  }

  @Test
  void formatsAndSizesThatALayerHasNotAreNotFound() throws Exception {
    server = new TestServer(new FakeLayer("osm"));

    assertThat(server.get("/osm/0/0/0.xyz").text())
        .isEqualTo("The layer \"osm\" has no .xyz tiles.\n");
    assertThat(server.get("/osm/0/0/0.xyz").status()).isEqualTo(404);
    assertThat(server.get("/osm/0/0/0@2x.png").status()).isEqualTo(404);
  }

  @Test
  void aPathThatIsNoTileIsABadRequest() throws Exception {
    Reply reply = get(new FakeLayer("osm"), "/robots.txt");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).startsWith("Bad path: \"/robots.txt\". I was expecting");
    assertThat(reply.header("cache-control")).isNull();
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    server = new TestServer(new FakeLayer("osm").holding(Sample.png(1)));

    Reply reply = server.ask("DELETE", "/osm/0/0/0.png");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
  }

  @Test
  void aFormMayPostItsRequest() throws Exception {
    server = new TestServer(new FakeLayer("osm").holding(Sample.png(1)));

    assertThat(server.ask("POST", "/osm/0/0/0.png").status()).isEqualTo(200);
  }

  @Test
  void everyFaultHasItsStatusAndTellsClientsOnlyWhatIsMeantForThem() throws Exception {
    assertFault(new UpstreamException("They are down."), 502, "They are down.");
    assertFault(new UpstreamTimeoutException("They are slow."), 504, "They are slow.");
    assertFault(new ConfigurationException("No such file."), 500, "No such file.");
    assertFault(
        new IllegalStateException("/etc/secret"),
        500,
        "The tile could not be made; the server's log says why.");
    assertFault(
        new OutOfMemoryError("/etc/secret"),
        500,
        "The tile could not be made; the server's log says why.");
  }

  private void assertFault(Throwable fault, int status, String sentence) throws Exception {
    var layer =
        new FakeLayer("osm")
            .making(
                (coordinate, format, scale) -> {
                  if (fault instanceof Error error) {
                    throw error;
                  }
                  throw (Exception) fault;
                });
    layer.maximumAge = OptionalInt.of(60);
    Reply reply = get(layer, "/osm/0/0/0.png");
    server.close();

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text()).isEqualTo(sentence + "\n");
    assertThat(reply.header("content-type")).isEqualTo("text/plain");
    assertThat(reply.header("cache-control")).isEqualTo(status > 500 ? "no-store" : null);
  }

  @Test
  void aCacheThatFailsAtThePeekIsAFaultLikeAnyOther() throws Exception {
    var layer = new FakeLayer("osm");
    layer.peek =
        (coordinate, format, scale) -> {
          throw new StackOverflowError();
        };
    Reply reply = get(layer, "/osm/0/0/0.png");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).isEqualTo("The tile could not be made; the server's log says why.\n");
    server.awaitRequests(0);
  }

  @Test
  void aTileThatCannotBeUnpackedIsAFaultThatTheLogTells() throws Exception {
    byte[] damaged = {0x1f, (byte) 0x8b, 0};
    var tile = new EncodedTile(Sample.PBF, damaged, Instant.EPOCH);
    var told = new LinkedBlockingQueue<LogRecord>();
    Filter filter = told::add;
    Logger log = Logger.getLogger(FaultLog.class.getName());
    log.setFilter(filter);
    try {
      Reply reply = get(new FakeLayer("osm").holding(tile), "/osm/0/0/0.pbf");

      assertThat(reply.status()).isEqualTo(500);
      assertThat(told).singleElement().matches(line -> line.getThrown() instanceof IOException);
    } finally {
      log.setFilter(null);
    }
  }

  @Test
  void aLayerThatFailedSaysWhyEvenWhenItKnowsNoFormats() throws Exception {
    var layer = new FakeLayer("osm");
    layer.formats = java.util.List.of();
    layer.state = new LayerState.Failed("There is no layer \"x\".");

    Reply reply = get(layer, "/osm/0/0/0.png");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text()).contains("There is no layer \"x\".");
  }

  @Test
  void jsonIsWrappedIntoACallAndPicturesAreNot() throws Exception {
    server =
        new TestServer(
            new FakeLayer("json").holding(Sample.json("{\"a\":1}")),
            new FakeLayer("png").holding(Sample.png(5)));

    Reply json = server.get("/json/0/0/0.json?callback=&x=1&callback=a.b%24");
    assertThat(json.text()).isEqualTo("a.b$({\"a\":1})");
    assertThat(json.header("content-type")).isEqualTo("application/javascript; charset=utf-8");
    assertThat(server.get("/json/0/0/0.json?callback=alert(1)//").status()).isEqualTo(400);
    assertThat(server.get("/json/0/0/0.json?callback=%").status()).isEqualTo(400);
    assertThat(server.get("/json/0/0/0.json?callback=a.b[12].c").text())
        .isEqualTo("a.b[12].c({\"a\":1})");
    assertThat(server.get("/json/0/0/0.json?callback=a[b]").status()).isEqualTo(400);
    assertThat(server.get("/json/0/0/0.json?callback=").text()).isEqualTo("{\"a\":1}");
    assertThat(server.get("/png/0/0/0.png?callback=foo").body()).hasSize(5);
  }

  @Test
  void packedTilesAreUnpackedForWhoeverCannot() throws Exception {
    server =
        new TestServer(
            new FakeLayer("pbf").holding(Sample.gzipped(Sample.PBF, "features")),
            new FakeLayer("json").holding(Sample.gzipped(Sample.GEOJSON, "{}")));

    Reply packed = server.get("/pbf/0/0/0.pbf", "Accept-Encoding: br, gzip");
    Reply plain = server.get("/pbf/0/0/0.pbf", "Accept-Encoding: gzip;q=0, br");
    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(packed.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(packed.body()).startsWith(0x1f, 0x8b);
    assertThat(plain.header("content-encoding")).isNull();
    assertThat(plain.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(plain.text()).isEqualTo("features");
    assertThat(plain.header("etag")).isNotEqualTo(packed.header("etag"));
    assertThat(server.get("/pbf/0/0/0.pbf").text()).isEqualTo("features");
    assertThat(server.get("/json/0/0/0.json?callback=f", "Accept-Encoding: gzip").text())
        .isEqualTo("f({})");
  }
}
