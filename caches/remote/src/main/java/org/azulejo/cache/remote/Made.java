package org.azulejo.cache.remote;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a tile was made, as it stands beside it: milliseconds since 1970 in digits. */
public final class Made {
  private Made() {}

  /** The value to keep. */
  public static byte[] bytes(Instant made) {
    return Long.toString(made.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
  }

  /** The moment that the value tells; now, if there is none or it is none of ours. */
  public static Instant of(byte @Nullable [] value) {
    if (value == null) {
      return Instant.now();
    }
    try {
      return Instant.ofEpochMilli(Long.parseLong(new String(value, StandardCharsets.US_ASCII)));
    } catch (NumberFormatException e) {
      return Instant.now();
    }
  }
}
