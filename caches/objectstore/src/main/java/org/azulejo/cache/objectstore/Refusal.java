package org.azulejo.cache.objectstore;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a store says when it does not do what it is asked. The little XML of it is searched for the
 * few words that matter, and not parsed: so nobody can make a parser fetch or unfold anything.
 *
 * @param code such as {@code NoSuchBucket}; empty if it gives none
 * @param message a sentence or two of the store; empty if it gives none
 * @param region where the bucket is; empty if it does not say
 * @param date by its clock; empty if it does not say
 */
public record Refusal(
    int status, String code, String message, Optional<String> region, Optional<String> date) {
  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern CODE = Pattern.compile("<Code>\\s*([^<]{1,100}?)\\s*</Code>");
  private static final Pattern MESSAGE =
      Pattern.compile("<(?:Message|Details)>\\s*([^<]{1,500}?)\\s*</(?:Message|Details)>");
  private static final Pattern REGION = Pattern.compile("<Region>\\s*([^<]{1,50}?)\\s*</Region>");

  static Refusal of(HttpResponse<byte[]> answer) {
    byte[] body = answer.body();
    String text = new String(body, 0, Math.min(body.length, MOST_BYTES), StandardCharsets.UTF_8);
    return new Refusal(
        answer.statusCode(),
        first(CODE, text).orElse(""),
        all(MESSAGE, text),
        answer.headers().firstValue("x-amz-bucket-region").or(() -> first(REGION, text)),
        answer.headers().firstValue("Date"));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static String all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .limit(2)
        .map(found -> found.group(1))
        .collect(Collectors.joining(" "));
  }

  /** The store cannot do such a thing at all. */
  boolean isUnknown() {
    return status == 501;
  }

  /** It may do it a moment later. */
  static boolean isPassing(int status) {
    return status == 429 || status == 500 || status >= 502 && status <= 504;
  }
}
