package org.azulejo.cache.azure;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.azulejo.cache.objectstore.Source;

/** A token of Microsoft Entra ID, lent for a time. */
record TokenBearer(Source<String> tokens) implements Identity {
  @Override
  public Map<String, String> signed(
      String method, URI address, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    var all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + tokens.get());
    return all;
  }

  @Override
  public String advice() {
    return "The store does not take the token of the default credential: it must be of the tenant of"
        + " the storage account; correct AZURE_TENANT_ID, or give the account's key.";
  }
}
