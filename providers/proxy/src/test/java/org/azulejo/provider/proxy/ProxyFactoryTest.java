package org.azulejo.provider.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Format;
import org.azulejo.api.Provider;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyFactoryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | test.url",
        "{'url': ''} | test.url",
        "{'url': []} | test.url",
        "{'url': 'tiles/{Z}.png'} | test.url",
        "{'url': 'ftp://a.example/{Z}.png'} | test.url",
        "{'url': 'http://a.example/two words.png'} | test.url",
        "{'url': 'http:///{Z}.png'} | test.url",
        "{'provider': 'NOWHERE'} | OPENSTREETMAP",
        "{'provider': 'CLOUDMADE_FRESH'} | test.cloudmade key",
        "{'url': 'http://a.example/', 'formats': ['exe']} | test.formats",
        "{'url': 'http://a.example/,http://b.example/', 'formats': 'pbf'} | test.formats",
        "{'url': 'http://a.example/', 'timeout': 0} | test.timeout",
      })
  void mistakesAreToldWithTheirPlace(String json, String part) {
    assertThatThrownBy(() -> create(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(part);
  }

  /** Whatever is said reaches clients. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "htp://user:secret@a.example/{Z}.png",
        "http://user:secret@a.example:99999/{Z}.png",
        "http://user:sec ret@a.example/secret",
        "http://a.example/{Z}.png,http://b_c.example/{Z}.png?key=secret",
      })
  void noMessageTellsWhatStandsInAnAddress(String url) {
    assertThatThrownBy(() -> create("{'url': '" + url + "'}"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.url: ")
        .hasMessageNotContaining("sec");
  }

  @Test
  void ofSeveralAddressesTheWrongOneIsNamed() {
    assertThatThrownBy(() -> create("{'url': ['http://a.example/', 'b', 'http://c.example/']}"))
        .hasMessageStartingWith("test.url: address 2 of 3 must start with");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'url': 'http://a.example/{Z}/{X}/{Y}.png'}",
        "{'url': 'https://a.example/1,2/{Z},{X},{Y}.png'}",
        "{'url': 'http://a.example/{Z}.png', 'provider': 'NOWHERE'}",
        "{'provider': 'OPENSTREETMAP'}",
        "{'provider_name': 'OPENSTREETMAP'}",
        "{'provider': 'CLOUDMADE_FRESH', 'cloudmade key': 'abc'}",
      })
  void whatTileStacheUnderstandsIsUnderstood(String json) throws Exception {
    try (Provider provider = create(json)) {
      assertThat(provider.formats()).isEqualTo(Format.IMAGES);
    }
  }

  @Test
  void creatingAsksNobodyAndStartsNoThread() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (Provider provider = create("{'url': 'http://tiles.invalid/{Z}.png'}")) {
      assertThat(provider).isNotNull();
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread))
          .noneMatch(thread -> thread.getName().matches("(HttpClient|azulejo-proxy).*"));
    }
  }

  private static Provider create(String json) {
    return new ProxyFactory().create(TestOptions.of(json));
  }
}
