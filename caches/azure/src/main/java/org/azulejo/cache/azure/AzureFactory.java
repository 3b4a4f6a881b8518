package org.azulejo.cache.azure;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    var account = AccountOptions.of(options, clock);
    var address = URI.create(account.address() + "/" + container);
    Optional<Identity> configured = account.identity();
    var transport =
        new Transport("azulejo-azure", Duration.ofMillis((long) (options.number(TIMEOUT) * 1000)));
    Identity identity = configured.orElseGet(() -> searched(transport));
    return new ObjectCache(
        new Bucket(container, address, new BlobProtocol(identity, clock), identity, transport),
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

  @Override
  public List<OptionKey> keys() {
    return Stream.of(List.of(CONTAINER, PATH), AccountOptions.KEYS, List.of(TIMEOUT))
        .flatMap(List::stream)
        .toList();
  }
}
