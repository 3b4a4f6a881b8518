package org.azulejo.engine.edit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.azulejo.operation.RefusedException;

/** What a file holds, or held. */
record Version(TextFile file, byte[] bytes) {
  String text() throws RefusedException {
    return Encoding.text(bytes);
  }

  /** SHA-256, in hexadecimal digits. */
  String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one.", e);
    }
  }

  boolean isSameAs(Version other) {
    return file.equals(other.file) && Arrays.equals(bytes, other.bytes);
  }
}
