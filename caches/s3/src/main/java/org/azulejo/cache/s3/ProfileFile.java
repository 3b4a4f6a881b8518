package org.azulejo.cache.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.azulejo.cache.objectstore.Credentials;
import org.azulejo.cache.objectstore.UnreachableException;

/** A section of the file {@code ~/.aws/credentials}, read at each call. */
record ProfileFile(Path file, String profile) {
  static ProfileFile of(Map<String, String> environment, Path home) {
    String named = environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", "");
    return new ProfileFile(
        named.isEmpty() ? home.resolve(".aws").resolve("credentials") : Path.of(named),
        environment.getOrDefault("AWS_PROFILE", "default"));
  }

  /** Empty if there is no such file, or no such profile in it. */
  Optional<Credentials> credentials() throws IOException {
    try {
      return KeyPair.of(
          section(Files.readString(file)),
          "aws_access_key_id",
          "aws_secret_access_key",
          "aws_session_token");
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UnreachableException("The credentials file cannot be read.", e);
    }
  }

  private Map<String, String> section(String text) {
    var values = new HashMap<String, String>();
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      int equals = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1).strip();
      } else if (equals > 0 && section.equals(profile) && !line.startsWith("#")) {
        values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    return values;
  }
}
