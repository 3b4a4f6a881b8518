package org.azulejo.cache.azure;

import java.net.URI;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;

/** What the configuration says about the storage account, and where a mistake in it is. */
record AccountOptions(Options options, Access access, InstantSource clock) {
  private static final OptionKey CONNECTION =
      OptionKey.secret("connection string")
          .or("")
          .means("That of the storage account, instead of the four that follow.");
  private static final OptionKey ACCOUNT =
      OptionKey.text("account").or("").means("The name of the storage account.");
  private static final OptionKey KEY =
      OptionKey.secret("key").or("").means("One of the account's two keys.");
  private static final OptionKey SAS =
      OptionKey.secret("sas")
          .or("")
          .means("A shared access signature, instead of a key; if there is neither, a token.");
  private static final OptionKey ENDPOINT =
      OptionKey.text("endpoint")
          .or("")
          .means("The address of the account's blobs, if it is not with Azure's public cloud.");

  static final List<OptionKey> KEYS = List.of(CONNECTION, ACCOUNT, KEY, SAS, ENDPOINT);

  static AccountOptions of(Options options, InstantSource clock) {
    String connection = options.text(CONNECTION);
    Access access =
        Access.of(
            options.text(ACCOUNT), options.text(KEY), options.text(SAS), options.text(ENDPOINT));
    if (connection.isEmpty()) {
      return new AccountOptions(options, access, clock);
    } else if (!access.equals(Access.of("", "", "", ""))) {
      throw options.problem(
          CONNECTION.name(),
          "expected this or \"account\", \"key\", \"sas\" and \"endpoint\", found both.");
    }
    return new AccountOptions(options, Access.ofConnectionString(connection), clock);
  }

  /** Where the blobs are, without a slash at its end. */
  URI address() {
    return access.address().orElseThrow(this::misplaced);
  }

  private ConfigurationException misplaced() {
    if (isConnected()) {
      return options.problem(CONNECTION.name(), "expected an AccountName or a BlobEndpoint in it.");
    } else if (access.endpoint().isEmpty()) {
      return options.problem(
          ACCOUNT.name(),
          "expected the name of a storage account, 3 to 24 small letters and digits, found \"%s\"."
              .formatted(access.account()));
    }
    // It is not shown: there may be a signature in it.
    return options.problem(
        ENDPOINT.name(),
        "expected an address such as https://maps.blob.core.windows.net, without a query.");
  }

  /** Who asks, if it is said here. */
  Optional<Identity> identity() {
    boolean hasKey = !access.key().isEmpty();
    boolean hasSas = !access.sas().isEmpty();
    if (hasKey && hasSas) {
      throw problem(SAS, "expected a key or a shared access signature, found both.");
    } else if (hasKey) {
      return Optional.of(key());
    } else if (hasSas) {
      return Optional.of(signature());
    } else if (isConnected()) {
      throw problem(CONNECTION, "expected an AccountKey or a SharedAccessSignature in it.");
    } else if (!Environment.isSafe(address())) {
      throw problem(ENDPOINT, "expected an https address, for others could read the token.");
    }
    return Optional.empty();
  }

  private Identity key() {
    if (access.account().isEmpty()) {
      throw problem(ACCOUNT, "expected the account that the key is of.");
    }
    try {
      return new SharedKey(access.account(), Base64.getDecoder().decode(access.key()), clock);
    } catch (IllegalArgumentException e) {
      throw problem(KEY, "expected the key of an account, in base64.");
    }
  }

  private Identity signature() {
    return SharedAccess.of(access.sas(), clock)
        .orElseThrow(
            () -> problem(SAS, "expected a shared access signature, such as sv=...&sig=..."));
  }

  private ConfigurationException problem(OptionKey key, String sentence) {
    return options.problem(isConnected() ? CONNECTION.name() : key.name(), sentence);
  }

  private boolean isConnected() {
    return !options.text(CONNECTION).isEmpty();
  }

  /** Without what is secret. */
  @Override
  public String toString() {
    return access.toString();
  }
}
