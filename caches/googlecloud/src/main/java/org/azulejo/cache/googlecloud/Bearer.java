package org.azulejo.cache.googlecloud;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.azulejo.cache.objectstore.Signer;
import org.azulejo.cache.objectstore.Source;

/** Vouches for requests by a token that is lent for a time. */
record Bearer(Source<String> tokens) implements Signer {
  @Override
  public Map<String, String> signed(
      String method, URI address, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    var all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + tokens.get());
    return all;
  }
}
