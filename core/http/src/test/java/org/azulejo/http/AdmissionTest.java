package org.azulejo.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.azulejo.layer.Access;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
  private static final String TILE = "/closed/0/0/0.png";
  private static final String KEY = "a key that nobody guesses";
  private static final String SIGNING_KEY = "another one for signing";

  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8));
    var layer = new FakeLayer("closed").holding(Sample.png(9));
    layer.access =
        new Access.Restricted(Set.of(HexFormat.of().formatHex(digest)), Optional.of(SIGNING_KEY));
    server = new TestServer(layer);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** As the README says how to. */
  private static String signed(String layer, long expires, String key) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
    byte[] signature = mac.doFinal((layer + "\n" + expires).getBytes(UTF_8));
    return TILE
        + "?expires="
        + expires
        + "&signature="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static long inAMinute() {
    return Instant.now().getEpochSecond() + 60;
  }

  @Test
  void whoeverHasAKeyGetsTilesThatOnlyHeMayKeep() throws Exception {
    for (String header : new String[] {"X-API-Key: " + KEY, "Authorization: Bearer " + KEY}) {
      Reply reply = server.get(TILE, header);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("cache-control")).isEqualTo("private");
    }
    assertThat(server.get(TILE + "?key=a+key+that+nobody+guesses").status()).isEqualTo(200);
  }

  @Test
  void anAddressThatIsSignedAndNotExpiredIsLetIn() throws Exception {
    assertThat(server.get(signed("closed", inAMinute(), SIGNING_KEY)).status()).isEqualTo(200);
  }

  @Test
  void allOthersAreRefused() throws Exception {
    long past = Instant.now().getEpochSecond() - 1;
    Reply stranger = server.get(TILE);
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.header("www-authenticate")).contains("Bearer");
    assertThat(server.get("/closed.json").status()).isEqualTo(401);
    assertThat(server.get(TILE, "X-API-Key: wrong").status()).isEqualTo(403);
    assertThat(server.get(signed("closed", past, SIGNING_KEY)).status()).isEqualTo(403);
    assertThat(server.get(signed("other", inAMinute(), SIGNING_KEY)).status()).isEqualTo(403);
    assertThat(server.get(signed("closed", inAMinute(), "other")).status()).isEqualTo(403);
    String forged =
        signed("closed", inAMinute(), SIGNING_KEY).replaceFirst("expires=\\d", "expires=9");
    assertThat(server.get(forged).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires=-1", "expires=99999999999999999999", "expires=", "expires=1e9"})
  void anExpiryThatIsNoTimeIsRefused(String expiry) throws Exception {
    assertThat(server.get(TILE + "?" + expiry + "&signature=x").status()).isEqualTo(403);
  }
}
