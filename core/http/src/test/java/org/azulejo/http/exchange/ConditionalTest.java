package org.azulejo.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionalTest {
  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "W/\"a\"", "*", "\"b\", \"a\"", "\"b\",W/\"a\" ,\"c\""})
  void aTagThatIsListedIsKnown(String header) {
    assertThat(Conditional.isKnown(header, "\"a\"")).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a", "\"b\"", "\"x\"a\"", "\"a\"x", "W/", "W\"a\""})
  void anythingElseIsNot(String header) {
    assertThat(Conditional.isKnown(header, "\"a\"")).isFalse();
  }
}
