package org.azulejo.cache.googlecloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.azulejo.cache.objectstore.UnreachableException;

/**
 * The key of a service account, as Google gives it away in a file.
 *
 * @param account its mail address
 * @param id of the key
 * @param lender where tokens are lent for it
 */
record KeyFile(String account, String id, PrivateKey key, URI lender) {
  /**
   * @throws UnreachableException if there is none, with a sentence that says what to do
   */
  static KeyFile read(Path file) throws IOException {
    JsonNode content = content(file);
    if (!content.path("type").asText().equals("service_account")) {
      throw new UnreachableException(
          "The credentials file is not the key of a service account: its \"type\" is \"%s\"."
              .formatted(content.path("type").asText()));
    }
    try {
      return new KeyFile(
          content.path("client_email").asText(),
          content.path("private_key_id").asText(),
          key(content.path("private_key").asText()),
          URI.create(content.path("token_uri").asText("https://oauth2.googleapis.com/token")));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Not as the cause: it might show a part of the key.
      throw new UnreachableException("The credentials file has no private key that can be used.");
    }
  }

  private static JsonNode content(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UnreachableException(
          "The credentials file %s cannot be read.".formatted(file.getFileName()), e);
    }
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreachableException("The credentials file is not JSON.");
    }
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return account;
  }
}
