package org.azulejo.cache.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is said about a storage account; each is empty where it is not said.
 *
 * @param account its name
 * @param key in base64
 * @param sas a shared access signature
 * @param endpoint where its blobs are; derived from its name unless it is said
 */
record Access(String account, String key, String sas, String endpoint) {
  private static final String NAME = "[a-z0-9]{3,24}";

  /** From {@code AccountName=...;AccountKey=...} and the like, in any case and order. */
  static Access ofConnectionString(String text) {
    Map<String, String> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Stream.of(text.split(";"))
        .map(part -> part.strip().split("=", 2))
        .filter(part -> part.length == 2)
        .forEach(part -> parts.put(part[0], part[1]));
    String account = parts.getOrDefault("AccountName", "");
    String derived =
        derived(
            parts.getOrDefault("DefaultEndpointsProtocol", "https"),
            account,
            parts.getOrDefault("EndpointSuffix", "core.windows.net"));
    return new Access(
        account,
        parts.getOrDefault("AccountKey", ""),
        parts.getOrDefault("SharedAccessSignature", ""),
        parts.getOrDefault("BlobEndpoint", derived));
  }

  static Access of(String account, String key, String sas, String endpoint) {
    String place = endpoint.isEmpty() ? derived("https", account, "core.windows.net") : endpoint;
    return new Access(account, key, sas, place);
  }

  private static String derived(String scheme, String account, String suffix) {
    return account.matches(NAME) ? "%s://%s.blob.%s".formatted(scheme, account, suffix) : "";
  }

  /** Where the blobs are, without a slash at its end; empty if that is no address. */
  Optional<URI> address() {
    try {
      var address = new URI(endpoint.replaceAll("/+$", ""));
      boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      boolean isPlain = address.getRawQuery() == null && address.getRawUserInfo() == null;
      return isWeb && isPlain && address.getHost() != null
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return endpoint;
  }
}
