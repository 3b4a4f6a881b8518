package org.azulejo.cache.objectstore;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What S3 and its like refuse, in sentences for whoever can mend it. */
public final class Complaint {
  private Complaint() {}

  static String of(Refusal refusal, String bucket) {
    return switch (refusal.code()) {
      case "NoSuchBucket" ->
          "There is no bucket %s: make it, or correct \"bucket\".".formatted(bucket);
      case "InvalidAccessKeyId", "InvalidSecurity" ->
          "The store knows no such access key: correct \"access\".";
      case "SignatureDoesNotMatch" ->
          "The secret is not that of the access key: correct \"secret\", or the credentials in its"
              + " place.";
      case "ExpiredToken", "InvalidToken" ->
          "The session token is not good any more: renew it with its keys.";
      case "RequestTimeTooSkewed" -> skewed(refusal);
      case "AccessControlListNotSupported" -> withoutLists(bucket);
      case "AccessDenied" -> denied(bucket);
      case "PermanentRedirect", "AuthorizationHeaderMalformed", "TemporaryRedirect" ->
          elsewhere(refusal, bucket);
      default -> plain(refusal, bucket);
    };
  }

  private static String withoutLists(String bucket) {
    return "The bucket %s takes no access control lists: set \"policy\" to \"\", and make it public as"
            .formatted(bucket)
        + " a whole if it should be.";
  }

  /** That the clock of this machine is wrong. */
  public static String skewed(Refusal refusal) {
    return "The clock of this machine, %s, is too far from that of the store%s: set it, by NTP for instance."
        .formatted(
            DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)),
            refusal.date().map(date -> ", " + date).orElse(""));
  }

  private static String denied(String bucket) {
    return "The store denies access to the bucket %s: its keys must be allowed to get, put and delete"
            .formatted(bucket)
        + " objects, to set their access control list if there is a \"policy\", and to list the"
        + " bucket, or else the store denies what is merely not there.";
  }

  private static String elsewhere(Refusal refusal, String bucket) {
    return refusal
        .region()
        .map(
            region ->
                "The bucket %s is in another region: set \"region\" to \"%s\"."
                    .formatted(bucket, region))
        .orElseGet(
            () ->
                "The bucket %s is elsewhere: correct \"region\" or \"endpoint\"."
                    .formatted(bucket));
  }

  private static String plain(Refusal refusal, String bucket) {
    String said =
        refusal.message().isEmpty()
            ? refusal.code() + "."
            : refusal.code() + ": " + refusal.message();
    if (refusal.status() / 100 == 3) {
      return elsewhere(refusal, bucket);
    } else if (refusal.message().contains("uniform bucket-level access")) {
      return withoutLists(bucket);
    }
    return refusal.code().isEmpty()
        ? "The store of the bucket %s answered %d.".formatted(bucket, refusal.status())
        : "The store of the bucket %s answered %d, %s".formatted(bucket, refusal.status(), said);
  }
}
