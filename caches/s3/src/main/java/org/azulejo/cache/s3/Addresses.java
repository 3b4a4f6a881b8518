package org.azulejo.cache.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where stores and their buckets are. */
final class Addresses {
  private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");

  private Addresses() {}

  static URI amazon(String region) {
    String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    return URI.create("https://s3.%s.%s".formatted(region, domain));
  }

  /** The address of a store, without a slash at its end; empty if it is none. */
  static Optional<URI> of(String text) {
    try {
      var address = new URI(text.replaceAll("/+$", ""));
      boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      boolean isPlain = address.getRawQuery() == null && address.getRawUserInfo() == null;
      return isWeb && isPlain && address.getHost() != null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What the keys of the bucket follow after a slash; empty if none can have such a name. */
  static Optional<URI> bucket(URI store, String bucket, boolean isInPath) {
    if (!BUCKET.matcher(bucket).matches()) {
      return Optional.empty();
    }
    String address =
        isInPath
            ? store + "/" + bucket
            : store.toString().replaceFirst("://", "://" + bucket + ".");
    return of(address);
  }
}
