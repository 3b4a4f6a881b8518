package org.azulejo.cache.googlecloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With accounts, whose tokens are lent. */
@Timeout(60)
class GoogleIdentityTest {
  private static final TileKey KEY = TileSamples.key("osm");

  @TempDir Path folder;
  private FakeLender lender;
  private FakeGoogle google;

  @BeforeEach
  void start() throws Exception {
    lender = new FakeLender();
    google = new FakeGoogle(this::isLent);
  }

  private boolean isLent(HttpExchange exchange) {
    String authorization = FakeGoogle.header(exchange, "Authorization");
    return lender.lent().stream().anyMatch(token -> authorization.equals("Bearer " + token));
  }

  @AfterEach
  void stop() {
    google.close();
    lender.close();
  }

  private TileCache cache(Map<String, String> environment, String more) {
    String options = "{'bucket': 'tiles', 'endpoint': '%s'%s}".formatted(google.address(), more);
    return new GoogleCloudFactory(environment).create(TestOptions.of(options, folder));
  }

  private void keepsATile(TileCache cache) throws Exception {
    cache.write(KEY, TileSamples.tile(KEY, 100), Duration.ZERO);
    assertThat(cache.read(KEY)).isPresent();
  }

  @Test
  void aServiceAccountIsLentOneTokenForAllItsRequests() throws Exception {
    lender.keyFile(folder);
    try (TileCache cache = cache(Map.of(), ", 'credentials': 'key.json'")) {
      keepsATile(cache);
      cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15)).close();
    }
    assertThat(lender.lent()).hasSize(1);
  }

  @Test
  void theEnvironmentMayNameTheKeyFile() throws Exception {
    var environment = Map.of("GOOGLE_APPLICATION_CREDENTIALS", lender.keyFile(folder).toString());
    try (TileCache cache = cache(environment, "")) {
      keepsATile(cache);
    }
  }

  @Test
  void aMachineHasAnAccount() throws Exception {
    try (TileCache cache = cache(Map.of("GCE_METADATA_HOST", lender.host()), "")) {
      keepsATile(cache);
    }
  }

  @Test
  void withoutCredentialsTheWaysToGiveThemAreTold() throws Exception {
    try (TileCache cache = cache(Map.of("GCE_METADATA_HOST", "127.0.0.1:1"), "")) {
      assertThatThrownBy(() -> cache.read(KEY))
          .hasMessageContaining("\"access\" and \"secret\"")
          .hasMessageContaining("GOOGLE_APPLICATION_CREDENTIALS");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON S3CR3T | is not JSON",
        "{\"type\": \"authorized_user\"} | \"authorized_user\"",
        "{\"type\": \"service_account\", \"private_key\": \"S3CR3T\"} | no private key"
      })
  void aKeyFileThatIsNoneIsSaidAndNotShown(String text, String complaint) throws Exception {
    Files.writeString(folder.resolve("key.json"), text);
    try (TileCache cache = cache(Map.of(), ", 'credentials': 'key.json'")) {
      Throwable thrown = catchThrowable(() -> cache.read(KEY));
      assertThat(thrown).hasMessageContaining(complaint).hasMessageNotContaining("S3CR3T");
      assertThat(thrown).hasNoCause();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'access': 'A' | secret",
        "'access': 'A', 'secret': 'S', 'credentials': 'key.json' | credentials",
        "'bucket': 'a/b' | bucket",
        "'endpoint': 'storage' | endpoint"
      })
  void aMistakeInTheOptionsIsTold(String more, String key) {
    assertThatThrownBy(() -> cache(Map.of(), ", " + more))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key);
  }
}
