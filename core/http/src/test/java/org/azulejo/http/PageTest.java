package org.azulejo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.azulejo.layer.Layer;
import org.azulejo.layer.Layer.Coverage;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.LayerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final String HTML = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String EVIL = "a</script><script>alert(\"1\")</script>";
  private static final String EVIL_PATH = "/a%3C/script%3E%3Cscript%3Ealert(%221%22)%3C/script%3E/";

  private final FakeLayers layers = new FakeLayers();
  private TestServer server;

  private void serve(FakeLayer... served) throws Exception {
    layers.set(served);
    server = new TestServer(layers);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void theConfiguredIndexIsSentAsItIs() throws Exception {
    serve();
    layers.index(
        new LayerSnapshot.IndexPage("<p>Hi".getBytes(StandardCharsets.UTF_8), "text/html"));

    Reply reply = server.get("/?x=1", HTML);

    assertThat(reply.text()).isEqualTo("<p>Hi");
    assertThat(reply.header("content-type")).isEqualTo("text/html");
  }

  @Test
  void whoDoesNotAskForHtmlGetsAPlainList() throws Exception {
    serve(new FakeLayer("two words"));

    Reply reply = server.get("/");

    assertThat(reply.header("content-type")).isEqualTo("text/plain");
    assertThat(reply.header("vary")).isEqualTo("Accept");
    assertThat(reply.text())
        .startsWith("Azulejo says hello.\n")
        .contains("active   http://test/two%20words/{z}/{x}/{y}.png");
    assertThat(server.get("/", "Accept: */*").text()).isEqualTo(reply.text());
  }

  @Test
  void browsersGetAPageWithStatesLinksAndThumbnails() throws Exception {
    var waiting = new FakeLayer("waiting");
    waiting.state = new LayerState.Waiting(List.of("provider \"mapnik\""));
    var failed = new FakeLayer("failed");
    failed.state = new LayerState.Failed("There is no file x.");
    failed.warnings = List.of("Nobody reads the key <y>.");
    serve(new FakeLayer("osm"), waiting, failed);
    layers.problem("Line 3 lacks a <comma>.");

    Reply reply = server.get("/", HTML);

    assertThat(reply.header("content-type")).isEqualTo("text/html");
    assertThat(reply.header("content-security-policy")).startsWith("default-src 'none'");
    assertThat(reply.text())
        .contains("3 layers: 1 active, 1 waiting, 1 failed")
        .contains("href=\"./osm/preview.html\"", "href=\"./osm.json\"")
        .contains("src=\"./osm/10/164/395.png\" alt=\".png\"")
        .contains("Waits for provider &quot;mapnik&quot;.")
        .contains("There is no file x.", "Nobody reads the key &lt;y&gt;.")
        .contains("Line 3 lacks a &lt;comma&gt;.");
  }

  @Test
  void theThumbnailShowsWhereTheLayerStartsOrElseItsMiddle() throws Exception {
    var degrees = new FakeLayer("degrees");
    degrees.srs = "+proj=longlat +ellps=WGS84 +datum=WGS84 +no_defs";
    degrees.preview = new Layer.Preview(20, 10, 2, "png");
    var beyond = new FakeLayer("beyond");
    beyond.preview = new Layer.Preview(89, 500, 40, "png");
    var vector = new FakeLayer("vector");
    vector.formats = List.of(Sample.PBF);
    serve(degrees, beyond, vector);

    assertThat(server.get("/", HTML).text())
        .contains("src=\"./degrees/2/4/1.png\"")
        .contains("src=\"./beyond/20/524288/524288.png\"")
        .contains(">.pbf<");
  }

  @Test
  void thousandsOfLayersAreShownInPartAndFoundByName() throws Exception {
    serve(
        IntStream.range(0, 10_000)
            .mapToObj(i -> new FakeLayer("layer " + i))
            .toArray(FakeLayer[]::new));

    assertThat(server.get("/", HTML).text())
        .contains("The first 200 of 10000 are shown")
        .contains("layer 199<")
        .doesNotContain("layer 200<");
    assertThat(server.get("/?find=LAYER+98%375", HTML).text())
        .contains("layer 9875<")
        .doesNotContain("layer 1<");
    assertThat(server.get("/?find=%22%3E%3Cb", HTML).text())
        .contains("value=\"&quot;&gt;&lt;b\"", "No layer is called so.");
  }

  @Test
  void theListIsThereForPrograms() throws Exception {
    var failed = new FakeLayer("a\"b");
    failed.state = new LayerState.Failed("Broken.");
    serve(failed);

    Reply reply = server.get("/layers");

    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.text())
        .isEqualTo(
            """
            {"layers":[{"name":"a\\"b","state":"failed","message":"Broken.","warnings":[],\
            "formats":["png","jpg"],"preview":"http://test/a%22b/preview.html",\
            "tilejson":"http://test/a%22b.json",\
            "tiles":"http://test/a%22b/{z}/{x}/{y}.png"}]}""");
  }

  @Test
  void tileJsonJoinsWhatTheDataAndTheConfigurationSay() throws Exception {
    var layer = new FakeLayer("osm");
    layer.allowedOrigin = Optional.of("*");
    layer.metadata =
        Map.of(
            "name",
            "Streets",
            "maxzoom",
            14,
            "bounds",
            List.of(5.5, 45, 10.5, 90),
            "attribution",
            "<b>me</b>",
            "tiles",
            List.of("http://evil"));
    serve(layer);

    Reply reply = server.get("/osm.json");

    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(reply.text())
        .contains("\"tilejson\":\"3.0.0\"", "\"scheme\":\"xyz\"", "\"name\":\"Streets\"")
        .contains("\"tiles\":[\"http://test/osm/{z}/{x}/{y}.png\"]")
        .contains("\"minzoom\":0", "\"maxzoom\":14")
        .contains("\"bounds\":[5.5,45.0,10.5,85.0511287798066]")
        .contains("\"center\":[8.0,65.02556438990331,10]")
        .contains("\"attribution\":\"\\u003cb\\u003eme");
  }

  @Test
  void tileJsonSaysNothingThatItsSpecificationForbids() throws Exception {
    var layer = new FakeLayer("osm");
    layer.coverage = new Coverage(-200, -95, 200, 95, 0, 99);
    layer.metadata = Map.of("center", List.of(8.5, 47.5, 40));
    serve(layer);

    assertThat(server.get("/osm.json").text())
        .contains("\"minzoom\":0,\"maxzoom\":30")
        .contains("\"bounds\":[-180.0,-90.0,180.0,90.0]")
        .contains("\"center\":[8.5,47.5,30]");
  }

  @Test
  void aLayerIsPicturedWhereItHasTiles() throws Exception {
    var layer = new FakeLayer("osm").holding(Sample.png(1));
    layer.metadata = Map.of("maxzoom", 4, "bounds", List.of(0, 0, 40, 40));
    serve(layer);

    assertThat(server.get("/", HTML).text()).contains("src=\"./osm/4/8/7.png\"");
  }

  @Test
  void aLayerAmongPathsThatLookLikeDocumentsIsNoMistake() throws Exception {
    serve(new FakeLayer("layers"), new FakeLayer("x.json").holding(Sample.png(2)));

    assertThat(server.get("/layers.json").status()).isEqualTo(200);
    assertThat(server.get("/x.json/0/0/0.png").body()).hasSize(2);
    assertThat(server.get("/x.json.json").status()).isEqualTo(200);
    assertThat(server.get("/x.json").status()).isEqualTo(400);
  }

  @Test
  void thePreviewStartsWhereTheLayerSays() throws Exception {
    var layer = new FakeLayer("group/inner");
    layer.formats = List.of(Sample.GEOJSON);
    layer.allowedOrigin = Optional.of("http://maps.example.com");
    layer.maximumAge = OptionalInt.of(600);
    serve(layer);

    Reply page = server.get("/group/inner/preview.html?callback=foo");

    assertThat(page.headers())
        .containsEntry("content-type", "text/html")
        .containsEntry("access-control-allow-origin", "http://maps.example.com")
        .containsEntry("cache-control", "public, max-age=600")
        .containsKey("expires");
    assertThat(page.text())
        .contains("src=\"../../-/ol-10.6.0/ol.js\"", "&quot;latitude&quot;:37.8")
        .contains("&quot;extension&quot;:&quot;geojson&quot;");
    assertThat(server.get("/group/inner/").text()).contains("src=\"../../-/viewer.js\"");
    assertThat(server.get("/nothing/").status()).isEqualTo(404);
  }

  @Test
  void noNameBreaksOutOfThePages() throws Exception {
    var layer = new FakeLayer(EVIL);
    layer.metadata = Map.of("attribution", "</main><script>");
    serve(layer);

    assertThat(server.get(EVIL_PATH).text())
        .contains("a&lt;/script&gt;&lt;script&gt;")
        .doesNotContain("<script>");
    assertThat(server.get("/", HTML).text()).doesNotContain("<script>");
    assertThat(server.get("/layers").text()).doesNotContain("<script>");
  }

  @Test
  void theFilesOfTheViewerAreInTheBundle() throws Exception {
    serve();
    for (String file :
        List.of(
            "ol-10.6.0/ol.js",
            "ol-10.6.0/ol.css",
            "ol-10.6.0/LICENSE.md",
            "LICENSES.txt",
            "front.css",
            "front.js",
            "viewer.css",
            "viewer.js")) {
      assertThat(server.get("/-/" + file).status()).as(file).isEqualTo(200);
    }
    Reply packed = server.get("/-/ol-10.6.0/ol.js", "Accept-Encoding: gzip");
    Reply plain = server.get("/-/ol-10.6.0/ol.js");

    assertThat(packed.header("cache-control")).contains("immutable");
    assertThat(packed.body().length).isLessThan(plain.body().length / 3);
    assertThat(plain.text()).startsWith("var ol=");
    Reply known = server.get("/-/ol-10.6.0/ol.js", "If-None-Match: " + plain.header("etag"));
    assertThat(known.status()).isEqualTo(304);
    assertThat(known.header("content-length")).isEqualTo(plain.header("content-length"));
  }

  @Test
  void pagesFromElsewhereMayAskFirst() throws Exception {
    var open = new FakeLayer("open");
    open.allowedOrigin = Optional.of("*");
    serve(open, new FakeLayer("closed"));

    Reply allowed = server.ask("OPTIONS", "/open/0/0/0.png", "Origin: http://elsewhere");
    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.headers())
        .containsEntry("allow", "GET, HEAD, POST, OPTIONS")
        .containsEntry("access-control-allow-origin", "*")
        .containsEntry("access-control-allow-methods", "GET, HEAD, POST, OPTIONS")
        .containsKeys("access-control-allow-headers", "access-control-max-age");
    assertThat(server.ask("OPTIONS", "/open.json").header("access-control-allow-origin"))
        .isEqualTo("*");
    assertThat(server.ask("OPTIONS", "/closed/0/0/0.png").headers())
        .containsKey("allow")
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void behindAProxyThatIsTrustedLinksLeadThroughIt() throws Exception {
    var layer = new FakeLayer("osm");
    layer.redirects = Map.of("jpg", "png");
    layers.set(layer);
    var plain = TestServer.settings(0);
    server =
        new TestServer(
            layers,
            new Settings(
                plain.host(), 0, 2, 2, plain.grace(), plain.idle(), 10, plain.tls(), -1, "", true));

    assertThat(
            server
                .get(
                    "/osm.json",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Host: maps.example.com",
                    "X-Forwarded-Prefix: /tiles/")
                .text())
        .contains("\"https://maps.example.com/tiles/osm/{z}/{x}/{y}.png\"");
    assertThat(server.get("/osm/0/0/0.jpg", "X-Forwarded-Prefix: /tiles").header("location"))
        .isEqualTo("/tiles/osm/0/0/0.png");
    assertThat(server.get("/osm.json", "X-Forwarded-Host: a\"b", "X-Forwarded-Proto: x").text())
        .contains("\"http://test/osm/{z}/{x}/{y}.png\"");
  }
}
