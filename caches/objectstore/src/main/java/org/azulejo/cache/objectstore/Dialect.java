package org.azulejo.cache.objectstore;

import java.util.Map;

/** The protocol of Amazon's S3, and what Google's Cloud Storage calls differently in it. */
public enum Dialect implements Protocol {
  /** Of Amazon, and of whoever is compatible with it. */
  AMAZON("AWS4", "aws4_request", "s3", "x-amz-", "ETag") {
    @Override
    public Map<String, String> ifAbsent() {
      return Map.of("If-None-Match", "*");
    }

    @Override
    public Map<String, String> ifStill(String version) {
      return Map.of("If-Match", version);
    }
  },

  /** Of Google, whose conditions for changes ask for generations. */
  GOOGLE("GOOG4", "goog4_request", "storage", "x-goog-", "x-goog-generation") {
    @Override
    public Map<String, String> ifAbsent() {
      return ifStill("0");
    }

    @Override
    public Map<String, String> ifStill(String version) {
      return Map.of("x-goog-if-generation-match", version);
    }
  };

  private final String scheme;
  private final String terminator;
  private final String service;
  private final String prefix;
  private final String versionHeader;

  Dialect(String scheme, String terminator, String service, String prefix, String versionHeader) {
    this.scheme = scheme;
    this.terminator = terminator;
    this.service = service;
    this.prefix = prefix;
    this.versionHeader = versionHeader;
  }

  /** What signatures are named after, and their keys begin with. */
  String scheme() {
    return scheme;
  }

  /** The last word of the scope of a signature. */
  String terminator() {
    return terminator;
  }

  /** The service in the scope of a signature. */
  String service() {
    return service;
  }

  /** The name of one of its own headers. */
  public String header(String name) {
    return prefix + name;
  }

  @Override
  public String noun() {
    return "bucket";
  }

  @Override
  public Map<String, String> headers(String method) {
    return Map.of();
  }

  @Override
  public String versionHeader() {
    return versionHeader;
  }

  @Override
  public Meaning meaning(Refusal refusal) {
    return switch (refusal.code()) {
      case "NoSuchBucket" -> Meaning.SINGLE;
      case "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "ExpiredToken",
          "InvalidToken",
          "InvalidSecurity",
          "RequestTimeTooSkewed" ->
          Meaning.LASTING;
      default -> meaning(refusal.status());
    };
  }

  private static Meaning meaning(int status) {
    return switch (status) {
      case 401 -> Meaning.LASTING;
      case 404 -> Meaning.ABSENT;
      case 409, 412 -> Meaning.UNMET;
      default -> Meaning.SINGLE;
    };
  }

  @Override
  public String complaint(Refusal refusal, String bucket) {
    return Complaint.of(refusal, bucket);
  }
}
