package org.azulejo.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPathTest {
  @Test
  void escapesAreDecodedOnceAsUtf8() {
    assertThat(UrlPath.decode("/plain")).contains("/plain");
    assertThat(UrlPath.decode("/%C3%BCn%c3%af+x%252F")).contains("/ünï+x%2F");
    assertThat(UrlPath.decode("/ü%20x")).contains("/ü x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%4", "/%4g", "/%-1", "/%ff", "/%C3", "/%00", "/a%0Ab", "/%7F"})
  void whatCannotBeReadIsNoPath(String raw) {
    assertThat(UrlPath.decode(raw)).isEmpty();
  }

  @Test
  void whatIsEncodedIsDecodedToTheSame() {
    String odd = "a/b c%?#&=+;ü€\"<>'𝄞.~_-";

    assertThat(UrlPath.encode(odd)).matches("[A-Za-z0-9%/._~-]+");
    assertThat(UrlPath.decode(UrlPath.encode(odd))).contains(odd);
  }
}
