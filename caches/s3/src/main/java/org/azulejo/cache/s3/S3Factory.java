package org.azulejo.cache.s3;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.azulejo.cache.objectstore.Renewed;
import org.azulejo.cache.objectstore.SignatureV4;
import org.azulejo.cache.objectstore.Source;
import org.azulejo.cache.objectstore.Transport;
import org.osgi.service.component.annotations.Component;

/** Makes caches in S3 from {@code {"name": "s3", "bucket": "tiles"}}. */
@Component
@PluginName({"s3", "TileStache.S3:Cache", "TileStache.S3.Cache"})
public final class S3Factory implements CacheFactory {
  private static final OptionKey BUCKET =
      OptionKey.text("bucket").required().means("The bucket, which must be there.");
  private static final OptionKey ACCESS =
      OptionKey.text("access")
          .or("")
          .means(
              "The access key; if empty, that of the environment, of the profile or of the role of"
                  + " this machine.");
  private static final OptionKey SECRET = OptionKey.secret("secret").or("").means("Its secret.");
  private static final OptionKey TOKEN =
      OptionKey.secret("session token").or("").means("What belongs to keys for a time.");
  private static final OptionKey USE_LOCKS =
      OptionKey.flag("use_locks")
          .or(true)
          .means("Whether one server draws a tile while the others wait.");
  private static final OptionKey PATH =
      OptionKey.text("path")
          .or("")
          .means("What all keys begin with; if empty, they begin with a slash.");
  private static final OptionKey REDUCED =
      OptionKey.flag("reduced_redundancy")
          .or(false)
          .means("Whether the storage class is REDUCED_REDUNDANCY.");
  private static final OptionKey POLICY =
      OptionKey.text("policy")
          .or("public-read")
          .means("The canned access control list of each tile; none if empty.");
  private static final OptionKey STORAGE_CLASS =
      OptionKey.text("storage class")
          .or("")
          .means("Such as STANDARD_IA; that of the store if empty.");
  private static final OptionKey REGION =
      OptionKey.text("region").or("").means("Where the bucket is; as the environment if empty.");
  private static final OptionKey ENDPOINT =
      OptionKey.text("endpoint")
          .or("")
          .means("The http or https address of another store than Amazon's.");
  private static final OptionKey PATH_STYLE =
      OptionKey.flag("path style")
          .means(
              "Whether the bucket stands in the path of addresses and not in their host; so it is by"
                  + " itself with an endpoint, or a dot in the bucket's name.");
  private static final OptionKey TIMEOUT =
      OptionKey.number("timeout")
          .or(5)
          .from(0.05)
          .to(60)
          .means("Seconds to wait for a connection, and as long again for an answer.");

  private final Map<String, String> environment;
  private final Path home;

  public S3Factory() {
    this(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  S3Factory(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  @Override
  public TileCache create(Options options) {
    String bucket = options.text(BUCKET);
    String region = region(options);
    URI address = address(options, bucket, region);
    Optional<Credentials> configured = configured(options);
    var keys = new ObjectKeys(strippedOfSlashes(options.text(PATH)) + "/");
    Map<String, String> headers = headers(options);
    boolean hasLocks = options.flag(USE_LOCKS);
    var transport =
        new Transport("azulejo-s3", Duration.ofMillis((long) (options.number(TIMEOUT) * 1000)));
    Source<Credentials> source =
        configured
            .<Source<Credentials>>map(credentials -> () -> credentials)
            .orElseGet(() -> searched(transport));
    var signature = new SignatureV4(Dialect.AMAZON, region, source, InstantSource.system());
    return new ObjectCache(
        new Bucket(bucket, address, Dialect.AMAZON, signature, transport), keys, headers, hasLocks);
  }

  private Source<Credentials> searched(Transport transport) {
    var chain = new CredentialChain(environment, home, transport, InstantSource.system());
    return new Renewed<>(chain, InstantSource.system());
  }

  private static Optional<Credentials> configured(Options options) {
    String access = options.text(ACCESS);
    String secret = options.text(SECRET);
    String token = options.text(TOKEN);
    if (access.isEmpty() != secret.isEmpty()) {
      throw options.problem(
          access.isEmpty() ? ACCESS.name() : SECRET.name(),
          "expected both \"access\" and \"secret\" or neither, found one of them.");
    }
    return access.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Credentials(access, secret, Optional.of(token).filter(it -> !it.isEmpty())));
  }

  private String region(Options options) {
    return Stream.of(
            options.text(REGION),
            environment.getOrDefault("AWS_REGION", ""),
            environment.getOrDefault("AWS_DEFAULT_REGION", ""))
        .filter(region -> !region.isEmpty())
        .findFirst()
        .orElse("us-east-1");
  }

  private static URI address(Options options, String bucket, String region) {
    String endpoint = options.text(ENDPOINT);
    URI store =
        endpoint.isEmpty()
            ? Addresses.amazon(region)
            : Addresses.of(endpoint)
                .orElseThrow(
                    () ->
                        options.problem(
                            ENDPOINT.name(),
                            "expected an address such as https://s3.example.com, without a name"
                                + " and password in it."));
    boolean isUsual = !endpoint.isEmpty() || bucket.contains(".");
    return Addresses.bucket(store, bucket, options.flag(PATH_STYLE.name(), isUsual))
        .orElseThrow(
            () ->
                options.problem(
                    BUCKET.name(),
                    "expected the name of a bucket, found \"%s\".".formatted(bucket)));
  }

  private static Map<String, String> headers(Options options) {
    var headers = new HashMap<String, String>();
    String policy = options.text(POLICY);
    String storageClass =
        options.flag(REDUCED) ? "REDUCED_REDUNDANCY" : options.text(STORAGE_CLASS);
    if (!policy.isEmpty()) {
      headers.put("x-amz-acl", policy);
    }
    if (!storageClass.isEmpty()) {
      headers.put("x-amz-storage-class", storageClass);
    }
    return headers;
  }

  private static String strippedOfSlashes(String path) {
    return path.replaceAll("^/+|/+$", "");
  }

  @Override
  public List<OptionKey> keys() {
    return List.of(
        BUCKET,
        ACCESS,
        SECRET,
        TOKEN,
        USE_LOCKS,
        PATH,
        REDUCED,
        POLICY,
        STORAGE_CLASS,
        REGION,
        ENDPOINT,
        PATH_STYLE,
        TIMEOUT);
  }
}
