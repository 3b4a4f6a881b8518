package org.azulejo.cache.objectstore;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** Vouches for requests. Safe for many threads. */
@FunctionalInterface
public interface Signer {
  /**
   * The headers of the request with those added that say who asks.
   *
   * @param address its path is encoded as {@link ObjectPath} does it, and it has no query
   * @throws IOException if it is not known who asks, with a sentence that says what to do
   */
  Map<String, String> signed(String method, URI address, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException;

  /** Where the request goes: some vouch for it by what follows its address. */
  default URI address(URI address) {
    return address;
  }
}
