package org.azulejo.cache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.cache.objectstore.Credentials;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.objectstore.UnreachableException;
import org.azulejo.testkit.FakeStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CredentialChainTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String KEYS =
      "{\"AccessKeyId\": \"A\", \"SecretAccessKey\": \"S\", \"Token\": \"T\","
          + " \"Expiration\": \"2026-01-01T06:00:00Z\"}";
  private static final Lent<Credentials> LENT =
      new Lent<>(
          new Credentials("A", "S", Optional.of("T")), Instant.parse("2026-01-01T06:00:00Z"));
  private static final Map<String, String> NO_MACHINE = Map.of("AWS_EC2_METADATA_DISABLED", "true");

  @TempDir Path home;
  private FakeStore lender;
  private Transport transport;

  @BeforeEach
  void start() throws IOException {
    lender = new FakeStore();
    transport = new Transport("test", Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    transport.close();
    lender.close();
  }

  private Lent<Credentials> found(Map<String, String> environment) throws Exception {
    return new CredentialChain(environment, home, transport, InstantSource.fixed(NOW)).get();
  }

  @Test
  void theEnvironmentComesFirst() throws Exception {
    profile("[default]\naws_access_key_id = B\naws_secret_access_key = S\n");
    assertThat(
            found(
                Map.of(
                    "AWS_ACCESS_KEY_ID", "A",
                    "AWS_SECRET_ACCESS_KEY", "S",
                    "AWS_SESSION_TOKEN", "T")))
        .isEqualTo(new Lent<>(new Credentials("A", "S", Optional.of("T"))));
  }

  @Test
  void aProfileIsReadAndReadAgain() throws Exception {
    profile(
        """
        # of the company
        [default]
        aws_access_key_id=A
        aws_secret_access_key=S=1

        [ maps ]
        aws_access_key_id = M
        aws_secret_access_key = N
        aws_session_token = O
        """);
    assertThat(found(Map.of()))
        .isEqualTo(new Lent<>(new Credentials("A", "S=1"), NOW.plusSeconds(600)));
    assertThat(found(Map.of("AWS_PROFILE", "maps")).thing())
        .isEqualTo(new Credentials("M", "N", Optional.of("O")));
  }

  private void profile(String text) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/credentials"), text);
  }

  @Test
  void aContainerHasTheKeysOfItsRole() throws Exception {
    Path token = Files.writeString(home.resolve("token"), "let-me-in\n");
    lender.then(200, KEYS);
    assertThat(
            found(
                Map.of(
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                    lender.address() + "/v1/credentials",
                    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                    token.toString())))
        .isEqualTo(LENT);
    assertThat(lender.asked().get(0)).containsEntry("Authorization", List.of("let-me-in"));
  }

  @Test
  void aMachineHasTheKeysOfItsRole() throws Exception {
    lender.then(200, "session").then(200, "maps-role\n").then(200, KEYS);
    assertThat(found(Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", lender.address().toString())))
        .isEqualTo(LENT);
    assertThat(lender.asked().get(2)).containsEntry("X-aws-ec2-metadata-token", List.of("session"));
  }

  @Test
  void withoutKeysTheWaysToGiveThemAreTold() {
    assertThatThrownBy(() -> found(NO_MACHINE))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("AWS_ACCESS_KEY_ID")
        .hasMessageContaining("\"access\" and \"secret\"");
  }

  @Test
  void whatALenderSaysIsNotShown() {
    lender.then(200, "session").then(200, "role").then(200, "{\"SecretAccessKey\": \"S3CR3T");
    assertThatThrownBy(
            () -> found(Map.of("AWS_EC2_METADATA_SERVICE_ENDPOINT", lender.address().toString())))
        .hasMessageNotContaining("S3CR3T")
        .hasRootCauseMessage("What was lent as credentials is not JSON.");
  }
}
