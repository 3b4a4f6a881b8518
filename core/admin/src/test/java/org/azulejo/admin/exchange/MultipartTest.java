package org.azulejo.admin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.azulejo.web.WebRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
  private static final String FIELD = "Content-Disposition: form-data; name=\"%s\"\r\n\r\n%s";
  private static final String FILE =
      "content-disposition: form-data; name=\"f\"; filename=\"a.jar\"\r\nX: y\r\n\r\n%s";

  private static Form form(String boundary, String body) throws Problem {
    var request =
        new WebRequest(
            "POST",
            "/admin/plugins",
            Map.of(),
            Map.of("content-type", List.of("multipart/form-data; boundary=" + boundary)),
            InetAddress.getLoopbackAddress(),
            true,
            false,
            new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)));
    return Form.read(request);
  }

  private static String body(String... parts) {
    return "--b\r\n" + String.join("\r\n--b\r\n", parts) + "\r\n--b--\r\n";
  }

  @Test
  void fieldsAreReadUpToTheFile() throws Exception {
    Form form =
        form(
            "b",
            body(FIELD.formatted("one", "1"), FIELD.formatted("two", ""), FILE.formatted("x")));

    assertThat(form.fields()).containsExactly(Map.entry("one", "1"), Map.entry("two", ""));
    assertThat(form.file().orElseThrow().name()).isEqualTo("a.jar");
    assertThat(form.file().orElseThrow().content().readAllBytes()).isEqualTo(new byte[] {'x'});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "\r\n--",
        "\r\r\n--c",
        "\r\n\r\n--\r\n--c\r",
        "--b",
        "\r\n-\r\n--a",
        "\u00ff\u0000\u00fe\r"
      })
  void whatLooksLikeTheEndIsContent(String content) throws Exception {
    Form form = form("b", body(FILE.formatted(content)));

    assertThat(form.file().orElseThrow().content().readAllBytes())
        .isEqualTo(content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aBoundaryMayBeQuotedAndAForewordIsSkipped() throws Exception {
    String body = "foreword\r\n" + body(FIELD.formatted("a", "1")).replace("--b", "--b c");

    assertThat(form("\"b c\"", body).fields()).containsEntry("a", "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data", "no end"})
  void whatBreaksOffIsRefused(String body) {
    assertThatThrownBy(() -> form("b", body)).isInstanceOf(Problem.class);
  }

  @Test
  void aFileThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
    Form form = form("b", "--b\r\n" + FILE.formatted("half"));

    assertThatThrownBy(() -> form.file().orElseThrow().content().readAllBytes())
        .hasMessage("the form breaks off");
  }

  @Test
  void fieldsAreBounded() {
    String field = FIELD.formatted("a", "0".repeat(3 << 20));

    assertThatThrownBy(() -> form("b", body(field, field))).hasMessageContaining("too long");
    assertThatThrownBy(() -> form("b", "--b\r\n" + "X".repeat(5000)))
        .hasMessageContaining("too long");
  }
}
