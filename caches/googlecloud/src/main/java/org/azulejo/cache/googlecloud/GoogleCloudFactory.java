package org.azulejo.cache.googlecloud;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
import org.azulejo.cache.objectstore.Credentials;
import org.azulejo.cache.objectstore.Dialect;
import org.azulejo.cache.objectstore.ObjectCache;
import org.azulejo.cache.objectstore.ObjectKeys;
import org.azulejo.cache.objectstore.SignatureV4;
import org.azulejo.cache.objectstore.Signer;
import org.azulejo.cache.objectstore.Transport;
import org.osgi.service.component.annotations.Component;

/** Makes caches in Google's Cloud Storage from {@code {"name": "google cloud", "bucket": "b"}}. */
@Component
@PluginName({
  "google cloud",
  "TileStache.Goodies.Caches.GoogleCloud:Cache",
  "TileStache.Goodies.Caches.GoogleCloud.Cache"
})
public final class GoogleCloudFactory implements CacheFactory {
  private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,221}");

  /** Google takes any region for the one of a bucket. */
  private static final String REGION = "auto";

  private static final OptionKey BUCKET =
      OptionKey.text("bucket").required().means("The bucket, which must be there.");
  private static final OptionKey ACCESS =
      OptionKey.text("access").or("").means("The access key for interoperability.");
  private static final OptionKey SECRET = OptionKey.secret("secret").or("").means("Its secret.");
  private static final OptionKey CREDENTIALS =
      OptionKey.path("credentials")
          .means(
              "The key file of a service account, instead of access and secret; if there are none,"
                  + " that of the environment, or the account of this machine.");
  private static final OptionKey POLICY =
      OptionKey.text("policy")
          .or("public-read")
          .means("The predefined access control list of each tile; none if empty.");
  private static final OptionKey ENDPOINT =
      OptionKey.text("endpoint")
          .or("https://storage.googleapis.com")
          .means("The address of the store.");
  private static final OptionKey TIMEOUT =
      OptionKey.number("timeout")
          .or(5)
          .from(0.05)
          .to(60)
          .means("Seconds to wait for a connection, and as long again for an answer.");

  private final Map<String, String> environment;

  public GoogleCloudFactory() {
    this(System.getenv());
  }

  GoogleCloudFactory(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public TileCache create(Options options) {
    String bucket = options.text(BUCKET);
    URI address = address(options, bucket);
    Optional<Credentials> configured = configured(options);
    Optional<Path> file = file(options, configured);
    String policy = options.text(POLICY);
    var transport =
        new Transport(
            "azulejo-googlecloud", Duration.ofMillis((long) (options.number(TIMEOUT) * 1000)));
    Signer signer = signer(configured, file, transport);
    return new ObjectCache(
        new Bucket(bucket, address, Dialect.GOOGLE, signer, transport),
        new ObjectKeys(""),
        policy.isEmpty() ? Map.of() : Map.of(Dialect.GOOGLE.header("acl"), policy),
        true);
  }

  private Signer signer(
      Optional<Credentials> configured, Optional<Path> file, Transport transport) {
    if (configured.isPresent()) {
      Credentials keys = configured.get();
      return new SignatureV4(Dialect.GOOGLE, REGION, () -> keys, InstantSource.system());
    }
    return new Bearer(Identity.of(file, environment, transport, InstantSource.system()));
  }

  private static Optional<Credentials> configured(Options options) {
    String access = options.text(ACCESS);
    String secret = options.text(SECRET);
    if (access.isEmpty() != secret.isEmpty()) {
      throw options.problem(
          access.isEmpty() ? ACCESS.name() : SECRET.name(),
          "expected both \"access\" and \"secret\" or neither, found one of them.");
    }
    return access.isEmpty() ? Optional.empty() : Optional.of(new Credentials(access, secret));
  }

  private static Optional<Path> file(Options options, Optional<Credentials> configured) {
    if (!options.has(CREDENTIALS.name())) {
      return Optional.empty();
    }
    Path file = options.path(CREDENTIALS.name());
    if (configured.isPresent()) {
      throw options.problem(
          CREDENTIALS.name(), "expected this or \"access\" and \"secret\", found both.");
    }
    return Optional.of(file);
  }

  private static URI address(Options options, String bucket) {
    if (!BUCKET_NAME.matcher(bucket).matches()) {
      throw options.problem(
          BUCKET.name(), "expected the name of a bucket, found \"%s\".".formatted(bucket));
    }
    String endpoint = options.text(ENDPOINT);
    try {
      var store = new URI(endpoint.replaceAll("/+$", ""));
      boolean isWeb = "http".equals(store.getScheme()) || "https".equals(store.getScheme());
      boolean isPlain = store.getRawQuery() == null && store.getRawUserInfo() == null;
      if (isWeb && isPlain && store.getHost() != null) {
        return URI.create(store + "/" + bucket);
      }
    } catch (URISyntaxException e) {
      // As wrong as one of another kind.
    }
    throw options.problem(
        ENDPOINT.name(),
        "expected an address such as https://storage.googleapis.com, without a name and password"
            + " in it.");
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(BUCKET, ACCESS, SECRET, CREDENTIALS, POLICY, ENDPOINT, TIMEOUT);
  }
}
