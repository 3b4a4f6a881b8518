package org.azulejo.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "http://a.example/{z}/1.png, http://a.example/%7Bz%7D/1.png",
    "http://a.example/two words, http://a.example/two%20words",
    "http://a.example/ünï, http://a.example/%C3%BCn%C3%AF",
    "http://a.example/%41?q=100%, http://a.example/%41?q=100%25",
    "http://a.example/?box=[1|2], http://a.example/?box=%5B1%7C2%5D",
    "http://[::1]:80/a[1], http://[::1]:80/a%5B1%5D",
  })
  void whatMayNotStandInAnAddressIsEncoded(String text, String address) {
    assertThat(Address.of(text)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tiles/1.png",
        "ftp://a.example/1.png",
        "javascript:alert(1)",
        "http:///1.png",
        "http://a.example:99999/1.png",
        "http://two words/1.png",
        "file://host/1.png",
        "file:///1.png?query",
      })
  void anythingElseThanAServerOrAFileIsRefused(String text) {
    assertThatThrownBy(() -> Address.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "htp://a.example/1.png, 'must start with http://, https:// or file://'",
    "http://my_tiles:8080/1.png, 'not \"_\"'",
    "http://a.example:99999/1.png, 'port up to 65535'",
    "http:///1.png, 'must name a server'",
  })
  void theSentenceSaysWhatIsWrong(String text, String part) {
    assertThatThrownBy(() -> Address.of(text)).hasMessageContaining(part);
  }

  @Test
  void logsShowNeitherPasswordsNorKeys() {
    URI address = Address.of("https://user:secret@a.example:8080/1.png?key=secret#secret");
    assertThat(Address.printable(address)).isEqualTo("https://a.example:8080/1.png");
  }
}
