package org.azulejo.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void everyKindOfValueIsWritten() {
    var map = new LinkedHashMap<String, Object>();
    map.put("a", List.of(1, 2.5, true));
    map.put("b", Map.of());
    map.put("c", Set.of());
    map.put("d", Double.NaN);

    assertThat(Json.of(map)).isEqualTo("{\"a\":[1,2.5,true],\"b\":{},\"c\":[],\"d\":\"NaN\"}");
  }

  @Test
  void nothingInATextEndsItOrTheScriptAroundIt() {
    assertThat(Json.of("\"\\\n\u0000\u2028</script>&ü"))
        .isEqualTo("\"\\\"\\\\\\u000a\\u0000\\u2028\\u003c/script\\u003e\\u0026ü\"");
  }
}
