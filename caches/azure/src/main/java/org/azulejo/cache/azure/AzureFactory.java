package org.azulejo.cache.azure;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.azulejo.api.CacheFactory;
import org.azulejo.api.OptionKey;
import org.azulejo.api.Options;
import org.azulejo.api.PluginName;
import org.azulejo.api.TileCache;
import org.azulejo.cache.objectstore.Bucket;
import org.azulejo.cache.objectstore.ObjectCache;
import org.azulejo.cache.objectstore.ObjectKeys;
import org.azulejo.cache.objectstore.Renewed;
import org.azulejo.cache.objectstore.Transport;
import org.osgi.service.component.annotations.Component;

/** Makes caches in Azure from {@code {"name": "azure", "account": "a", "container": "tiles"}}. */
@Component
@PluginName("azure")
public final class AzureFactory implements CacheFactory {
  private static final Pattern CONTAINER_NAME =
      Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]|\\$web");

  private static final OptionKey CONTAINER =
      OptionKey.text("container").required().means("The container, which must be there.");
  private static final OptionKey PATH =
      OptionKey.text("path").or("").means("What the names of all blobs begin with.");
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
  private static final OptionKey TIMEOUT =
      OptionKey.number("timeout")
          .or(5)
          .from(0.05)
          .to(60)
          .means("Seconds to wait for a connection, and as long again for an answer.");

  private final Environment environment;
  private final InstantSource clock = InstantSource.system();

  public AzureFactory() {
    this(System.getenv());
  }

  AzureFactory(Map<String, String> environment) {
    this.environment = new Environment(environment);
  }

  @Override
  public TileCache create(Options options) {
    String container = container(options);
    String path = options.text(PATH).replaceAll("^/+|/+$", "");
    Access access = access(options);
    URI address = address(options, access);
    Optional<Identity> configured = configured(options, access);
    if (configured.isEmpty() && !Environment.isSafe(address)) {
      throw options.problem(
          ENDPOINT.name(), "expected an https address, for others could read the token.");
    }
    var transport =
        new Transport("azulejo-azure", Duration.ofMillis((long) (options.number(TIMEOUT) * 1000)));
    Identity identity = configured.orElseGet(() -> searched(transport));
    return new ObjectCache(
        new Bucket(
            container,
            URI.create(address + "/" + container),
            new BlobProtocol(identity, clock),
            identity,
            transport),
        new ObjectKeys(path.isEmpty() ? "" : path + "/"),
        Map.of(),
        true);
  }

  private Identity searched(Transport transport) {
    var credential = new DefaultCredential(environment, transport, clock);
    return new TokenBearer(new Renewed<>(credential, clock));
  }

  private static String container(Options options) {
    String container = options.text(CONTAINER);
    if (!CONTAINER_NAME.matcher(container).matches()) {
      throw options.problem(
          CONTAINER.name(),
          "expected the name of a container, 3 to 63 small letters, digits and hyphens, found \"%s\"."
              .formatted(container));
    }
    return container;
  }

  private static Access access(Options options) {
    String connection = options.text(CONNECTION);
    Access access =
        Access.of(
            options.text(ACCOUNT), options.text(KEY), options.text(SAS), options.text(ENDPOINT));
    if (connection.isEmpty()) {
      return access;
    } else if (!access.equals(Access.of("", "", "", ""))) {
      throw options.problem(
          CONNECTION.name(),
          "expected this or \"account\", \"key\", \"sas\" and \"endpoint\", found both.");
    }
    return Access.ofConnectionString(connection);
  }

  private static URI address(Options options, Access access) {
    return access
        .address()
        .orElseThrow(
            () ->
                isConnected(options)
                    ? options.problem(
                        CONNECTION.name(), "expected an AccountName or a BlobEndpoint in it.")
                    : access.endpoint().isEmpty()
                        ? options.problem(
                            ACCOUNT.name(),
                            "expected the name of a storage account, 3 to 24 small letters and"
                                + " digits, found \"%s\".".formatted(access.account()))
                        : options.problem(
                            ENDPOINT.name(),
                            "expected an address such as https://maps.blob.core.windows.net, found"
                                + " \"%s\".".formatted(access.endpoint())));
  }

  private Optional<Identity> configured(Options options, Access access) {
    boolean hasKey = !access.key().isEmpty();
    boolean hasSas = !access.sas().isEmpty();
    if (hasKey && hasSas) {
      throw options.problem(place(options, SAS), "expected a key or a signature, found both.");
    } else if (hasKey) {
      return Optional.of(key(options, access));
    } else if (hasSas) {
      return Optional.of(
          SharedAccess.of(access.sas(), clock)
              .orElseThrow(
                  () ->
                      options.problem(
                          place(options, SAS),
                          "expected a shared access signature, such as sv=...&sig=...")));
    } else if (isConnected(options)) {
      throw options.problem(
          CONNECTION.name(), "expected an AccountKey or a SharedAccessSignature in it.");
    }
    return Optional.empty();
  }

  private Identity key(Options options, Access access) {
    if (access.account().isEmpty()) {
      throw options.problem(place(options, ACCOUNT), "expected the account that the key is of.");
    }
    try {
      return new SharedKey(access.account(), Base64.getDecoder().decode(access.key()), clock);
    } catch (IllegalArgumentException e) {
      throw options.problem(place(options, KEY), "expected the key of an account, in base64.");
    }
  }

  /** Where a mistake is to be mended. */
  private static String place(Options options, OptionKey key) {
    return isConnected(options) ? CONNECTION.name() : key.name();
  }

  private static boolean isConnected(Options options) {
    return !options.text(CONNECTION).isEmpty();
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(CONTAINER, PATH, CONNECTION, ACCOUNT, KEY, SAS, ENDPOINT, TIMEOUT);
  }
}
