package org.azulejo.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.azulejo.api.ConfigurationException;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamOptionsTest {
  @Test
  void thereAreDefaults() {
    UpstreamOptions options = of("{}");
    assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.mostBytes()).isEqualTo(16 * 1024 * 1024);
    assertThat(options.headers()).hasSize(1).containsEntry("User-Agent", "Azulejo");
  }

  @Test
  void everythingCanBeSaid() {
    UpstreamOptions options =
        of(
            """
            {'timeout': 0.5, 'most bytes': 100, 'user agent': 'me', 'referer': 'http://me/',
             'headers': {'X-Key': 'k', 'user-agent': 'you'}}
            """);
    assertThat(options.timeout()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.mostBytes()).isEqualTo(100);
    assertThat(options.headers())
        .hasSize(3)
        .containsEntry("X-Key", "k")
        .containsEntry("User-Agent", "me")
        .containsEntry("Referer", "http://me/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"user agent", "user-agent", "user_agent"})
  void theUserAgentHasManySpellings(String key) {
    assertThat(of("{'%s': 'me'}".formatted(key)).headers()).containsEntry("User-Agent", "me");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'timeout': 0}",
        "{'timeout': -1}",
        "{'timeout': 1e9}",
        "{'timeout': 'soon'}",
        "{'most bytes': 0}",
        "{'most bytes': 2147483647}",
        "{'headers': ['X-Key']}",
        "{'headers': {'two words': 'k'}}",
        "{'headers': {'X-Key': 'line\\nbreak'}}",
        "{'headers': {'Host': 'a.example'}}",
        "{'user agent': 'line\\nbreak'}",
      })
  void mistakesAreToldWithTheirPlace(String json) {
    assertThatThrownBy(() -> of(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.");
  }

  private static UpstreamOptions of(String json) {
    return UpstreamOptions.of(TestOptions.of(json));
  }
}
