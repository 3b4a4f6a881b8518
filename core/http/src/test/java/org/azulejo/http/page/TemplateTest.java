package org.azulejo.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void textsAreEscapedAndHtmlIsNot() {
    var template = new Template("<p title='{{text}}'>{{>html}}</p>");

    assertThat(template.fill(Map.of("text", "<\"'&$1\\>", "html", "<b>{{text}}</b>")))
        .isEqualTo("<p title='&lt;&quot;&#39;&amp;$1\\&gt;'><b>{{text}}</b></p>");
  }

  @Test
  void aGapThatStaysOpenIsAMistake() {
    assertThatThrownBy(() -> new Template("{{name}}").fill(Map.of()))
        .hasMessage("Nothing to fill in for name.");
  }
}
