package org.azulejo.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.azulejo.api.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "tiles.example", List.of("93.184.216.34"),
          "other.example", List.of("93.184.216.34", "93.184.216.35"),
          "trap.example", List.of("93.184.216.34", "169.254.169.254"),
          "inner.example", List.of("10.0.0.5", "10.0.0.6"),
          "neighbour.example", List.of("192.168.3.4"));

  /** What has become of some names since. */
  private final Map<String, List<String>> changed = new HashMap<>();

  private final Set<String> proxied = new HashSet<>();
  private final Redirects redirects =
      new Redirects(this::lookup, address -> !proxied.contains(address.getHost()));

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
  void aServerWithOneFootInTheOwnNetworkIsAForeignOne() {
    refused("http://trap.example/1.png", "http://neighbour.example/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://tiles.example:9200/", "http://neighbour.example/"})
  void aServerThatMovesInAfterItWasAskedStaysAForeignOne(String location) {
    Redirects.Stop from = redirects.start(URI.create("http://tiles.example/"));
    changed.put("tiles.example", List.of("10.0.0.5"));
    assertThatThrownBy(() -> redirects.next(from, Optional.of(location)))
        .isInstanceOf(UpstreamException.class);
  }

  @Test
  void aServerThatOnlyTheProxyKnowsMaySendToItself() throws Exception {
    proxied.add("unknown.example");
    assertThat(next("http://unknown.example/1.png", "https://unknown.example/1.png")).isNotNull();
    refused("http://unknown.example/1.png", "http://neighbour.example/");
  }

  @Test
  void aServerBehindAProxyMaySendToAnother() throws Exception {
    proxied.addAll(List.of("tiles.example", "other.example"));
    assertThat(next("http://tiles.example/1.png", "http://other.example/1.png")).isNotNull();
  }

  @Test
  void aRedirectWithoutALocationIsRefused() {
    URI from = URI.create("http://tiles.example/1.png");
    assertThatThrownBy(() -> redirects.next(redirects.start(from), Optional.empty()))
        .isInstanceOf(UpstreamException.class);
  }

  private void refused(String from, String location) {
    assertThatThrownBy(() -> next(from, location))
        .isInstanceOf(UpstreamException.class)
        .message()
        .doesNotContain("example", "127", "169");
  }

  private URI next(String from, String location) throws UpstreamException {
    return redirects.next(redirects.start(URI.create(from)), Optional.of(location)).address();
  }

  private List<String> named(String host) {
    return changed.getOrDefault(host, NAMES.getOrDefault(host.toLowerCase(Locale.ROOT), List.of()));
  }

  private InetAddress[] lookup(String host) throws UnknownHostException {
    boolean isNumber = host.matches("[0-9.]+|\\[.*]");
    List<String> addresses = isNumber ? List.of(host) : named(host);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    var found = new InetAddress[addresses.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = InetAddress.getByName(addresses.get(i));
    }
    return found;
  }
}
