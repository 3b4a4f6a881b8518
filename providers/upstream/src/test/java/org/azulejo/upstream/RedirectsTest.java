package org.azulejo.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
  private static final Map<String, String> NAMES =
      Map.of(
          "tiles.example", "93.184.216.34",
          "other.example", "93.184.216.35",
          "trap.example", "169.254.169.254",
          "inner.example", "10.0.0.5",
          "neighbour.example", "192.168.3.4");

  private final Redirects redirects = new Redirects(RedirectsTest::lookup);

  @ParameterizedTest
  @CsvSource({
    "/b/1.png, http://tiles.example/b/1.png",
    "2.png?x=1, http://tiles.example/a/2.png?x=1",
    "//other.example/1.png, http://other.example/1.png",
    "https://tiles.example/1.png, https://tiles.example/1.png",
    "http://other.example:8080/one two, http://other.example:8080/one%20two",
  })
  void anotherPlaceInTheInternetIsFollowed(String location, String target) throws Exception {
    assertThat(next("http://tiles.example/a/1.png", location)).hasToString(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://224.0.0.1/",
        "http://trap.example/",
        "http://inner.example:9200/",
      })
  void theOwnNetworkIsNotReachedFromOutside(String location) {
    refused("http://tiles.example/1.png", location);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://other.example/1.png",
        "jar:http://other.example/a.jar!/",
        "javascript:alert(1)",
        "http:///1.png",
        "http://other.example:99999/",
        "http://unknown.example/",
        "http://[::1",
      })
  void onlyTheWebIsFollowed(String location) {
    refused("http://tiles.example/1.png", location);
  }

  @Test
  void aSecureConnectionIsNotGivenUp() {
    refused("https://tiles.example/1.png", "http://tiles.example/1.png");
  }

  @Test
  void aServerOfTheOwnNetworkMaySendToItself() throws Exception {
    assertThat(next("http://inner.example/1.png", "http://INNER.example:81/2.png")).isNotNull();
  }

  @Test
  void aServerOfTheOwnNetworkMaySendToItsNeighbour() throws Exception {
    assertThat(next("http://inner.example/1.png", "http://neighbour.example/2.png")).isNotNull();
  }

  @Test
  void aSecondHopIsJudgedByTheConfiguredServer() {
    URI configured = URI.create("http://tiles.example/");
    URI from = URI.create("http://other.example/");
    assertThatThrownBy(
            () -> redirects.next(configured, from, Optional.of("http://neighbour.example/")))
        .isInstanceOf(UpstreamException.class);
  }

  @Test
  void aRedirectWithoutALocationIsRefused() {
    URI from = URI.create("http://tiles.example/1.png");
    assertThatThrownBy(() -> redirects.next(from, from, Optional.empty()))
        .isInstanceOf(UpstreamException.class);
  }

  private void refused(String from, String location) {
    assertThatThrownBy(() -> next(from, location))
        .isInstanceOf(UpstreamException.class)
        .message()
        .doesNotContain("example", "127", "169");
  }

  private URI next(String from, String location) throws UpstreamException {
    return redirects.next(URI.create(from), URI.create(from), Optional.of(location));
  }

  private static InetAddress[] lookup(String host) throws UnknownHostException {
    boolean isNumber = host.matches("[0-9.]+|\\[.*]");
    if (!isNumber && !NAMES.containsKey(host)) {
      throw new UnknownHostException(host);
    }
    return new InetAddress[] {
      InetAddress.getByName("93.184.216.34"), InetAddress.getByName(NAMES.getOrDefault(host, host))
    };
  }
}
