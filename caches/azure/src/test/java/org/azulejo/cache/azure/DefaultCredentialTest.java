package org.azulejo.cache.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DefaultCredentialTest {
  private static final TileKey KEY = TileSamples.key("osm");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private FakeMicrosoft microsoft;

  @BeforeEach
  void start() throws Exception {
    microsoft = new FakeMicrosoft();
  }

  @AfterEach
  void stop() {
    microsoft.close();
  }

  private Map<String, String> client(String name, String value) {
    return Map.of(
        "AZURE_AUTHORITY_HOST",
        microsoft.address().toString(),
        "AZURE_TENANT_ID",
        FakeMicrosoft.TENANT,
        "AZURE_CLIENT_ID",
        FakeMicrosoft.CLIENT,
        name,
        value);
  }

  private TileCache cache(Map<String, String> environment) {
    String section = "{'container': 'tiles', 'endpoint': '%s'}".formatted(microsoft.address());
    return new AzureFactory(environment).create(TestOptions.of(section));
  }

  private Lent<String> lent(Map<String, String> environment) throws Exception {
    try (var transport = new Transport("test", Duration.ofSeconds(5))) {
      return new DefaultCredential(
              new Environment(environment), transport, InstantSource.fixed(NOW))
          .get();
    }
  }

  @Test
  void oneTokenIsLentForManyRequests() throws Exception {
    try (TileCache cache = cache(client("AZURE_CLIENT_SECRET", FakeMicrosoft.SECRET))) {
      assertThat(cache.read(KEY)).isEmpty();
      cache.remove(KEY);
      assertThat(cache.read(KEY)).isEmpty();
    }
    assertThat(microsoft.lent()).hasSize(1);
  }

  @Test
  void aWorkloadShowsItsTokenFile() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), FakeMicrosoft.WORKLOAD + "\n");
    Lent<String> lent = lent(client("AZURE_FEDERATED_TOKEN_FILE", file.toString()));
    assertThat(lent).isEqualTo(new Lent<>("token-0", NOW.plusSeconds(3599)));
  }

  @Test
  void aSecretComesBeforeATokenFile() throws Exception {
    var both = new HashMap<>(client("AZURE_CLIENT_SECRET", FakeMicrosoft.SECRET));
    both.put("AZURE_FEDERATED_TOKEN_FILE", "/nowhere");
    assertThat(lent(both).thing()).isEqualTo("token-0");
  }

  @Test
  void aMachineHasAnIdentity() throws Exception {
    var environment = Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", microsoft.address() + "/");
    assertThat(lent(environment)).isEqualTo(new Lent<>("token-0", NOW.plusSeconds(3599)));
  }

  @Test
  void anAppServiceHasAnIdentityAndMayHaveSeveral() throws Exception {
    Lent<String> lent =
        lent(
            Map.of(
                "IDENTITY_ENDPOINT", microsoft.address() + "/msi/token",
                "IDENTITY_HEADER", FakeMicrosoft.WORD,
                "AZURE_CLIENT_ID", FakeMicrosoft.CLIENT));
    assertThat(lent).isEqualTo(new Lent<>("token-0", Instant.parse("2100-01-01T00:00:00Z")));
  }

  @Test
  void aWrongSecretIsSaidAndNotShown() throws Exception {
    try (TileCache cache = cache(client("AZURE_CLIENT_SECRET", "wrong-one"))) {
      assertThat(catchThrowable(() -> cache.read(KEY)).toString())
          .contains("AZURE_CLIENT_SECRET", "answered 401")
          .doesNotContain("wrong-one");
      assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
    }
  }

  @Test
  void aSecretIsNotSentWhereOthersCouldReadIt() {
    var environment = new HashMap<>(client("AZURE_CLIENT_SECRET", FakeMicrosoft.SECRET));
    environment.put("AZURE_AUTHORITY_HOST", "http://login.example.com");
    assertThatThrownBy(() -> lent(environment)).hasMessageContaining("AZURE_AUTHORITY_HOST");
  }

  @Test
  void aTokenFileThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> lent(client("AZURE_FEDERATED_TOKEN_FILE", folder + "/none")))
        .hasMessageContaining("AZURE_FEDERATED_TOKEN_FILE cannot be read");
  }

  @Test
  void withoutCredentialsTheWaysToGiveThemAreTold() {
    var environment = Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://127.0.0.1:1");
    assertThatThrownBy(() -> lent(environment))
        .hasMessageContaining("\"connection string\"")
        .hasMessageContaining("AZURE_CLIENT_SECRET")
        .hasMessageContaining("managed identity");
  }
}
