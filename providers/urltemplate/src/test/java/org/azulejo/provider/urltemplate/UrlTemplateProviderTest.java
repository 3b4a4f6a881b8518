package org.azulejo.provider.urltemplate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.azulejo.api.Area;
import org.azulejo.api.AreaProvider;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Envelope;
import org.azulejo.api.Format;
import org.azulejo.api.Projection;
import org.azulejo.api.UpstreamException;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateProviderTest {
  private static final Projection MERCATOR = TestOptions.projection("spherical mercator");
  private static final Projection WGS84 = TestOptions.projection("WGS84");
  private static final String BOX = "bbox=$xmin,$ymin,$xmax,$ymax";

  private final List<HttpExchange> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int status;
  private volatile byte[] body;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::handle);
    server.start();
    answer(200, picture());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theServerIsAskedForTheRectangle() throws Exception {
    draw("{'template': '%s/wms?" + BOX + "&size=${width}x$height&zoom=$zoom&cost=$$1'}");
    assertThat(asked())
        .isEqualTo(
            "/wms?bbox=-20037508.342789244,0.0,0.0,20037508.342789244"
                + "&size=512x300&zoom=1&cost=$1");
  }

  @Test
  void theBytesArePassedOnUntouched() throws Exception {
    EncodedTile tile = draw("{'template': '%s/wms'}");
    assertThat(tile.format()).isEqualTo(Format.PNG);
    assertThat(tile.bytes()).isEqualTo(picture());
  }

  @Test
  void theProjectionIsWrittenSoThatItSurvivesInAnAddress() throws Exception {
    draw("{'template': '%s/wms?srs=$srs&end'}");
    assertThat(requests.get(0).getRequestURI().getQuery())
        .isEqualTo("srs=" + MERCATOR.srs() + "&end");
    assertThat(asked()).contains("%2Bproj%3Dmerc%20%2Ba%3D6378137").doesNotContain("+");
  }

  @Test
  void theServerMayHaveAnotherProjection() throws Exception {
    draw("{'template': '%s/wms?" + BOX + "&srs=$srs', 'source projection': 'WGS84'}");
    assertThat(asked()).contains("longlat");
    double[] box =
        Stream.of(asked().split("[=,&]")).skip(1).limit(4).mapToDouble(Double::valueOf).toArray();
    assertThat(box).containsExactly(new double[] {-180, 0, 0, 85.0511287798066}, within(1e-9));
  }

  @Test
  void wherePolesLieAtInfinityThereIsNoPicture() throws Exception {
    String json = "{'template': '%s/wms?" + BOX + "', 'source projection': 'spherical mercator'}";
    Envelope hemisphere = new Envelope(-180, -90, 0, 90);
    try (AreaProvider provider = provider(json)) {
      assertThat(provider.draw(new Area(WGS84, hemisphere, 256, 256, 0, 1))).isEmpty();
    }
    assertThat(requests).isEmpty();
  }

  @Test
  void whatMayNotStandInAnAddressIsEncoded() throws Exception {
    draw("{'template': '%s/wms?layer=two words&filter={$unknown}'}");
    assertThat(asked()).isEqualTo("/wms?layer=two%20words&filter=%7B$unknown%7D");
  }

  @Test
  void headersAreSent() throws Exception {
    draw(
        """
        {'template': '%s/wms', 'referer': 'http://me.example/', 'user agent': 'me',
         'headers': {'X-Key': 'k'}}
        """);
    var headers = requests.get(0).getRequestHeaders();
    assertThat(headers.getFirst("Referer")).isEqualTo("http://me.example/");
    assertThat(headers.getFirst("User-Agent")).isEqualTo("me");
    assertThat(headers.getFirst("X-Key")).isEqualTo("k");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 404})
  void whereTheServerHasNoPictureThereIsNone(int status) throws Exception {
    answer(status, new byte[0]);
    assertThat(draw("{'template': '%s/wms'}")).isNull();
  }

  @Test
  void aServerThatFailsIsToBlame() {
    answer(500, new byte[0]);
    fails();
  }

  @Test
  void whatIsNoWholePictureIsRefused() throws IOException {
    answer(200, "<ServiceException/>".getBytes(UTF_8));
    fails();
    answer(200, Arrays.copyOf(picture(), 60));
    fails();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'template': 'wms?$xmin'}",
        "{'template': 'ftp://a.example/$xmin'}",
        "{'template': 'http:///$xmin'}",
        "{'template': 'http://a.example/', 'source projection': 'flat'}",
        "{'template': 'http://a.example/', 'timeout': -1}",
      })
  void mistakesAreToldWithTheirPlace(String json) {
    assertThatThrownBy(() -> new UrlTemplateFactory().create(TestOptions.of(json)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.");
  }

  /** Whatever is said reaches clients. */
  @ParameterizedTest
  @ValueSource(
      strings = {"htp://user:secret@a.example/", "http://user:secret@b_c.example/?key=secret"})
  void noMessageTellsWhatStandsInAnAddress(String template) {
    var options = TestOptions.of("{'template': '" + template + "'}");
    assertThatThrownBy(() -> new UrlTemplateFactory().create(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.template: the address must ")
        .hasMessageNotContaining("secret");
  }

  private void fails() {
    assertThatThrownBy(() -> draw("{'template': '%s/wms'}"))
        .isInstanceOf(UpstreamException.class)
        .message()
        .doesNotContain("127.0.0.1");
  }

  /** The north-western quarter of the world; {@code %s} in the options stands for the server. */
  private EncodedTile draw(String json) throws Exception {
    Envelope quarter = MERCATOR.envelope(new Coordinate(1, 0, 0));
    try (AreaProvider provider = provider(json)) {
      return (EncodedTile) provider.draw(new Area(MERCATOR, quarter, 512, 300, 1, 1)).orElse(null);
    }
  }

  private AreaProvider provider(String json) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return (AreaProvider) new UrlTemplateFactory().create(TestOptions.of(json.formatted(url)));
  }

  private void answer(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange);
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String asked() {
    return requests.get(0).getRequestURI().toString();
  }

  private static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(512, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
