package org.azulejo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings that change while the server runs. */
class HttpFrontTest {
  private final List<String> told = new ArrayList<>();
  private HttpFront front;

  private record Keys(String host, int port, String tls_keystore, int tls_port)
      implements HttpSettings {
    static final Keys USUAL = new Keys("127.0.0.1", 0, "", -1);

    @Override
    public int workers() {
      return 2;
    }

    @Override
    public int queue() {
      return 2;
    }

    @Override
    public int grace_seconds() {
      return 1;
    }

    @Override
    public int idle_seconds() {
      return 30;
    }

    @Override
    public int connections() {
      return 10;
    }

    @Override
    public String tls_password() {
      return "";
    }

    @Override
    public int metrics_port() {
      return -1;
    }

    @Override
    public String access_log() {
      return "";
    }

    @Override
    public boolean forwarded_headers() {
      return false;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return HttpSettings.class;
    }
  }

  private void start(Keys keys) {
    var layers = new FakeLayers(new FakeLayer("hot").holding(Sample.png(1)));
    front = new HttpFront(layers, (what, text) -> told.add(what + " " + text), keys);
  }

  @AfterEach
  void stop() {
    front.stop();
  }

  private String last() {
    return told.get(told.size() - 1);
  }

  private int status() throws Exception {
    assertThat(last()).startsWith("ready ");
    int port = URI.create(last().substring("ready ".length())).getPort();
    try (var client = new RawClient(port)) {
      return client.ask("GET", "/hot/0/0/0.png").status();
    }
  }

  @Test
  void anotherPortIsListenedAt() throws Exception {
    start(Keys.USUAL);
    String before = last();
    front.change(new Keys("localhost", 0, "", -1));

    assertThat(last()).isNotEqualTo(before).startsWith("ready http://localhost:");
    assertThat(status()).isEqualTo(200);
  }

  @Test
  void settingsOfOthersDisturbNoConnection() {
    start(Keys.USUAL);
    front.change(new Keys("127.0.0.1", 0, "", -1));

    assertThat(told).hasSize(1);
  }

  @Test
  void withSettingsThatDoNotWorkItGoesOnAsBefore() throws Exception {
    start(Keys.USUAL);
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      front.change(new Keys("127.0.0.1", taken.getLocalPort(), "", -1));
      assertThat(told.get(1)).startsWith("failed Another program listens at ");
      assertThat(status()).isEqualTo(200);
    }
    front.change(new Keys("127.0.0.1", 0, "absent.p12", 0));
    assertThat(told.get(3))
        .isEqualTo("failed tls.keystore: there is no file \"absent.p12\" that can be read.");
    assertThat(status()).isEqualTo(200);
  }

  @Test
  void whatNeverWorkedIsTriedAgainAtEveryChange() throws Exception {
    Keys keys;
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      keys = new Keys("127.0.0.1", taken.getLocalPort(), "", -1);
      start(keys);
      assertThat(told).singleElement().asString().startsWith("failed ");
    }
    front.change(keys);
    assertThat(status()).isEqualTo(200);
  }
}
