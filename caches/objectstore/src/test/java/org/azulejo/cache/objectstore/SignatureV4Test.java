package org.azulejo.cache.objectstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By the examples of Amazon's description. */
class SignatureV4Test {
  private static final Credentials KEYS =
      new Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2013-05-24T00:00:00Z"));
  private static final String PLACE = "https://examplebucket.s3.amazonaws.com/";
  private static final byte[] NOTHING = {};

  private static SignatureV4 signature(Dialect dialect, Credentials keys) {
    return new SignatureV4(dialect, "us-east-1", () -> keys, CLOCK);
  }

  @Test
  void aGetIsSignedAsInTheExample() throws Exception {
    var headers = Map.of("Range", "bytes=0-9");
    assertThat(
            signature(Dialect.AMAZON, KEYS)
                .signed("GET", URI.create(PLACE + "test.txt"), headers, NOTHING))
        .containsEntry("Range", "bytes=0-9")
        .containsEntry("x-amz-date", "20130524T000000Z")
        .containsEntry(
            "x-amz-content-sha256",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void aPutIsSignedAsInTheExample() throws Exception {
    var headers =
        Map.of(
            "Date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY");
    URI address = URI.create(PLACE + ObjectPath.encoded("test$file.text"));
    byte[] body = "Welcome to Amazon S3.".getBytes(UTF_8);
    assertThat(signature(Dialect.AMAZON, KEYS).signed("PUT", address, headers, body))
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                + "SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,"
                + "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  }

  @Test
  void theTokenOfKeysForATimeIsSignedToo() throws Exception {
    var lent = new Credentials(KEYS.access(), KEYS.secret(), Optional.of("a-token"));
    Map<String, String> signed =
        signature(Dialect.AMAZON, lent).signed("GET", URI.create(PLACE), Map.of(), NOTHING);
    assertThat(signed).containsEntry("x-amz-security-token", "a-token");
    assertThat(signed.get("Authorization"))
        .contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,");
  }

  @Test
  void googlesSignatureHasGooglesWords() throws Exception {
    Map<String, String> signed =
        signature(Dialect.GOOGLE, KEYS).signed("GET", URI.create(PLACE), Map.of(), NOTHING);
    assertThat(signed).containsEntry("x-goog-date", "20130524T000000Z");
    assertThat(signed.get("Authorization"))
        .startsWith(
            "GOOG4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/storage/goog4_request,"
                + "SignedHeaders=host;x-goog-content-sha256;x-goog-date,");
  }

  @Test
  void keysAreEncodedAsAmazonWants() {
    assertThat(ObjectPath.encoded("/a b/ü/100%/~x-1_2.png@+"))
        .isEqualTo("/a%20b/%C3%BC/100%25/~x-1_2.png%40%2B");
  }

  @Test
  void aSecretIsNotShown() {
    assertThat(KEYS).hasToString("AKIAIOSFODNN7EXAMPLE");
    assertThat(new Lent<>("secret")).hasToString("good until " + Instant.MAX);
  }
}
