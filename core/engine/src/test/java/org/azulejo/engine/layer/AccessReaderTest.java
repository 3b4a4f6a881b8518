package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.azulejo.api.ConfigurationException;
import org.azulejo.engine.fake.Sections;
import org.azulejo.layer.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessReaderTest {
  private final AccessReader reader =
      new AccessReader(Map.of("KEY", "sixteen letters or more")::get);

  private Access read(String json) {
    return reader.read(Sections.of(json));
  }

  @Test
  void aLayerIsPublicUnlessItSaysOtherwise() {
    assertThat(read("{}")).isEqualTo(new Access.Open());
    assertThat(read("{'access': 'public'}")).isEqualTo(new Access.Open());
  }

  @Test
  void keysMayBeWrittenDownAsDigestsOrInTheEnvironment() {
    String digest = "AB".repeat(32);
    var access =
        (Access.Restricted)
            read("{'access': {'keys': ['${env:KEY}', 'sha256:%s']}}".formatted(digest));
    assertThat(access.keys()).hasSize(2).contains(digest.toLowerCase());
    assertThat(access.signingKey()).isEmpty();
    var same = (Access.Restricted) read("{'access': {'keys': 'sixteen letters or more'}}");
    assertThat(access.keys()).containsAll(same.keys());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'access': 'private'}",
        "{'access': {}}",
        "{'access': {'keys': ['short']}}",
        "{'access': {'signing key': '${env:MISSING}'}}",
        "{'access': 7}"
      })
  void whatIsUnclearFailsTheLayer(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("access")
        .hasMessageNotContaining("short'");
  }
}
