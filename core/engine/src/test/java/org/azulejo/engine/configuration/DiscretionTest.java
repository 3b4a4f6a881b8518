package org.azulejo.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {
  private static Map<String, Object> shown(String json) throws Exception {
    return new Discretion(new JsonMapper().readTree(json)).get();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "aws_secret",
        "secret",
        "cloudmade key",
        "Authorization",
        "api keys",
        "signing key",
        "connection string",
        "sas token",
        "Cookie"
      })
  void whatSoundsLikeASecretIsHidden(String key) throws Exception {
    assertThat(shown("{\"provider\": {\"" + key + "\": \"x\"}}"))
        .isEqualTo(Map.of("provider", Map.of(key, "(hidden)")));
  }

  @Test
  void whatIsNoneIsShown() throws Exception {
    assertThat(shown("{\"name\": \"disk\", \"key prefix\": \"a\", \"levels\": [1, 2.5, true]}"))
        .isEqualTo(
            Map.of("name", "disk", "key prefix", "a", "levels", List.<Object>of(1, 2.5, true)));
  }

  @Test
  void addressesLoseTheirUsersAndKeys() throws Exception {
    assertThat(shown("{\"url\": \"https://me:word@host/{Z}.png?a=1&api_key=2&b=3\"}"))
        .isEqualTo(Map.of("url", "https://host/{Z}.png?a=1&api_key=(hidden)&b=3"));
  }

  @Test
  void sentencesLoseThemToo() {
    assertThat(Discretion.of("url: \"http://me:word@host/?api_key=2\" is wrong."))
        .isEqualTo("url: \"http://host/?api_key=(hidden)\" is wrong.");
  }
}
