package org.azulejo.engine.layer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Options;
import org.azulejo.layer.Access;
import org.jspecify.annotations.Nullable;

/**
 * Reads who may have a layer's tiles: {@code "public"}, or a section with {@code keys} and {@code
 * signing key}.
 *
 * @param environment the variables that {@code ${env:NAME}} stands for
 */
record AccessReader(Function<String, @Nullable String> environment) {
  private static final int SHORTEST = 16;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)}");
  private static final Pattern DIGEST = Pattern.compile("(?i)sha256:([0-9a-f]{64})");

  /**
   * @throws ConfigurationException if it is not clear who may; nobody may then
   */
  Access read(Options layer) {
    Optional<Object> value = layer.value("access");
    if (value.isEmpty()) {
      return new Access.Open();
    }
    if (value.get() instanceof Map) {
      return restricted(layer.section("access").orElseThrow());
    }
    if (value.get().equals("public")) {
      return new Access.Open();
    }
    throw layer.problem(
        "access", "expected \"public\" or an object { \"keys\": [...], \"signing key\": ... }.");
  }

  private Access restricted(Options section) {
    List<String> keys = section.texts("keys");
    Optional<String> signingKey =
        section.has("signing key")
            ? Optional.of(secret(section, "signing key", section.text("signing key")))
            : Optional.empty();
    if (keys.isEmpty() && signingKey.isEmpty()) {
      throw section.problem("keys", "a list of keys is required here, or a signing key.");
    }
    Set<String> digests =
        keys.stream().map(key -> digest(section, key)).collect(Collectors.toSet());
    return new Access.Restricted(digests, signingKey);
  }

  private String digest(Options section, String key) {
    Matcher digest = DIGEST.matcher(key);
    return digest.matches()
        ? digest.group(1).toLowerCase(Locale.ROOT)
        : sha256(secret(section, "keys", key));
  }

  private String secret(Options section, String key, String text) {
    Matcher variable = VARIABLE.matcher(text);
    String secret = variable.matches() ? environment.apply(variable.group(1)) : text;
    if (secret == null) {
      throw section.problem(
          key, "there is no environment variable %s.".formatted(variable.group(1)));
    }
    if (secret.length() < SHORTEST) {
      throw section.problem(key, "a key has %d characters or more.".formatted(SHORTEST));
    }
    return secret;
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
