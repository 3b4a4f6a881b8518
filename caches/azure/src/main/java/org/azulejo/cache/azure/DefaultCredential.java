package org.azulejo.cache.azure;

import java.io.IOException;
import java.time.InstantSource;
import org.azulejo.cache.objectstore.Lent;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;
import org.azulejo.cache.objectstore.UnreachableException;

/**
 * Tokens of whoever we are, from where Azure's own tools look for them, and in that order: a secret
 * in the environment, the token file of a workload, the managed identity of this machine.
 */
final class DefaultCredential implements Source<Lent<String>> {
  private final EntraClient client;
  private final ManagedIdentity machine;

  DefaultCredential(Environment environment, Transport transport, InstantSource clock) {
    this.client = new EntraClient(environment, transport, clock);
    this.machine = new ManagedIdentity(environment, transport, clock);
  }

  @Override
  public Lent<String> get() throws IOException, InterruptedException {
    return client.isThere() ? client.get() : ofMachine();
  }

  private Lent<String> ofMachine() throws IOException, InterruptedException {
    try {
      return machine.get();
    } catch (IOException e) {
      throw new UnreachableException(
          "There are no credentials for Azure: give it a \"connection string\", or \"key\" or"
              + " \"sas\", set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET or"
              + " AZURE_FEDERATED_TOKEN_FILE, or give this machine a managed identity (%s)"
                  .formatted(e.getMessage()),
          e);
    }
  }
}
