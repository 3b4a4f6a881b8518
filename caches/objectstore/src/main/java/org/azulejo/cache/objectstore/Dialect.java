package org.azulejo.cache.objectstore;

import java.util.Map;

/** What is said in different words to Amazon's S3 and to Google's Cloud Storage. */
public enum Dialect {
  /** Of Amazon, and of whoever is compatible with it. */
  AMAZON("AWS4", "aws4_request", "s3", "x-amz-", "ETag") {
    @Override
    Map<String, String> ifAbsent() {
      return Map.of("If-None-Match", "*");
    }

    @Override
    Map<String, String> ifStill(String version) {
      return Map.of("If-Match", version);
    }
  },

  /** Of Google, whose conditions for changes ask for generations. */
  GOOGLE("GOOG4", "goog4_request", "storage", "x-goog-", "x-goog-generation") {
    @Override
    Map<String, String> ifAbsent() {
      return ifStill("0");
    }

    @Override
    Map<String, String> ifStill(String version) {
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

  /** The header of an answer that differs between different values of an object. */
  String versionHeader() {
    return versionHeader;
  }

  /** The header of a request that is only fulfilled if there is no such object. */
  abstract Map<String, String> ifAbsent();

  /** The header of a request that is only fulfilled if the object has still this version. */
  abstract Map<String, String> ifStill(String version);
}
