package org.azulejo.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxiesTest {
  private static final ProxySelector NONE = ProxySelector.of(null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gate.example:3128",
        "http://gate.example:3128/",
        "gate.example:3128",
        "http://user:secret@gate.example:3128"
      })
  void aProxyIsWrittenInManyWays(String value) {
    assertThat(proxy(Map.of("http_proxy", value), "http://tiles.example/")).isEqualTo(gate());
  }

  @Test
  void theVariableMayBeInUpperCase() {
    assertThat(proxy(Map.of("HTTPS_PROXY", "gate.example:3128"), "https://tiles.example/"))
        .isEqualTo(gate());
  }

  @Test
  void eachSchemeHasItsOwn() {
    assertThat(proxy(Map.of("https_proxy", "gate.example:3128"), "http://tiles.example/"))
        .isEqualTo(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "tiles.example", ".example", "a, EXAMPLE", "*.example"})
  void someServersAreAskedDirectly(String exceptions) {
    var environment = Map.of("http_proxy", "gate.example:3128", "no_proxy", exceptions);
    assertThat(proxy(environment, "http://tiles.example/")).isEqualTo(Proxy.NO_PROXY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "iles.example", "tiles.example.org"})
  void otherServersAreNot(String exceptions) {
    var environment = Map.of("http_proxy", "gate.example:3128", "no_proxy", exceptions);
    assertThat(proxy(environment, "http://tiles.example/")).isEqualTo(gate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost/", "http://127.0.0.1:8080/", "http://[::1]/"})
  void thisMachineIsAskedDirectly(String address) {
    assertThat(proxy(Map.of("http_proxy", "gate.example:3128"), address)).isEqualTo(Proxy.NO_PROXY);
  }

  @Test
  void withoutVariablesJavaDecides() {
    var java = ProxySelector.of(InetSocketAddress.createUnresolved("java.example", 1));
    assertThat(new EnvironmentProxies(Map.of(), java).select(URI.create("http://tiles.example/")))
        .singleElement()
        .extracting(proxy -> ((InetSocketAddress) proxy.address()).getHostString())
        .isEqualTo("java.example");
  }

  /** An application may switch Java's choice off for the whole of it. */
  @Test
  void withoutThatNoProxyIsTaken() {
    assertThat(new EnvironmentProxies(Map.of(), null).select(URI.create("http://tiles.example/")))
        .containsExactly(Proxy.NO_PROXY);
  }

  private static Proxy proxy(Map<String, String> environment, String address) {
    return new EnvironmentProxies(environment, NONE).select(URI.create(address)).get(0);
  }

  private static Proxy gate() {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("gate.example", 3128));
  }
}
