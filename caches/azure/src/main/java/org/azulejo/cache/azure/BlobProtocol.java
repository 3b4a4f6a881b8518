package org.azulejo.cache.azure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.azulejo.cache.objectstore.Complaint;
import org.azulejo.cache.objectstore.Protocol;
import org.azulejo.cache.objectstore.Refusal;

/**
 * What Azure Blob Storage wants and says.
 *
 * @see <a
 *     href="https://learn.microsoft.com/rest/api/storageservices/blob-service-error-codes">Microsoft's
 *     list of refusals</a>
 */
record BlobProtocol(Identity identity, InstantSource clock) implements Protocol {
  /** Old enough for other clouds than Microsoft's own; we need nothing that is newer. */
  private static final String VERSION = "2019-07-07";

  /** How far from its own clock the store lets a request be. */
  private static final Duration MOST_SKEW = Duration.ofMinutes(15);

  @Override
  public String noun() {
    return "container";
  }

  @Override
  public Map<String, String> headers(String method) {
    return method.equals("PUT")
        ? Map.of("x-ms-version", VERSION, "x-ms-blob-type", "BlockBlob")
        : Map.of("x-ms-version", VERSION);
  }

  @Override
  public String versionHeader() {
    return "ETag";
  }

  @Override
  public Map<String, String> ifAbsent() {
    return Map.of("If-None-Match", "*");
  }

  @Override
  public Map<String, String> ifStill(String version) {
    return Map.of("If-Match", version);
  }

  @Override
  public Meaning meaning(Refusal refusal) {
    return switch (code(refusal)) {
      case "ContainerNotFound", "ContainerBeingDeleted", "ContainerDisabled" -> Meaning.SINGLE;
      case "AuthenticationFailed",
          "InvalidAuthenticationInfo",
          "NoAuthenticationInformation",
          "KeyBasedAuthenticationNotPermitted",
          "AccountIsDisabled" ->
          Meaning.LASTING;
      case "BlobAlreadyExists", "ConditionNotMet" -> Meaning.UNMET;
      default -> meaning(refusal.status());
    };
  }

  private static Meaning meaning(int status) {
    return switch (status) {
      case 401 -> Meaning.LASTING;
      case 404 -> Meaning.ABSENT;
      case 412 -> Meaning.UNMET;
      default -> Meaning.SINGLE;
    };
  }

  @Override
  public String complaint(Refusal refusal, String container) {
    return switch (code(refusal)) {
      case "ContainerNotFound", "ContainerBeingDeleted" ->
          "There is no container %s in the storage account: make it, or correct \"container\"."
              .formatted(container);
      case "AuthenticationFailed", "InvalidAuthenticationInfo" ->
          isClockWrong(refusal) ? Complaint.skewed(refusal) : identity.advice();
      case "KeyBasedAuthenticationNotPermitted" ->
          "The storage account takes no keys: leave out \"key\" and the connection string, and give"
              + " this server an identity, or allow keys in the account.";
      case "AuthorizationFailure" ->
          "The storage account lets nobody from here in: add the address of this machine to its"
              + " network rules, or correct what the shared access signature is for.";
      case "AuthorizationPermissionMismatch" -> denied(container);
      case "AuthorizationProtocolMismatch" ->
          "The shared access signature is for https only: give an https \"endpoint\".";
      case "AuthorizationResourceTypeMismatch", "AuthorizationServiceMismatch" ->
          "The shared access signature is for other things: make one for the objects of the blob"
              + " service.";
      default -> plain(refusal, container);
    };
  }

  /** Azurite says in Azure's sentence, but not by its code, that it does not know who asks. */
  private static String code(Refusal refusal) {
    return refusal.message().startsWith("Server failed to authenticate the request")
        ? "AuthenticationFailed"
        : refusal.code();
  }

  private boolean isClockWrong(Refusal refusal) {
    return refusal.date().filter(this::isFar).isPresent();
  }

  private boolean isFar(String date) {
    try {
      Instant there = DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
      return Duration.between(there, clock.instant()).abs().compareTo(MOST_SKEW) >= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String denied(String container) {
    return "The store denies access to the container %s: whoever asks must be allowed to read, create,"
            .formatted(container)
        + " write and delete its blobs, as the role Storage Blob Data Contributor and the"
        + " permissions rcwd of a shared access signature allow it.";
  }

  private static String plain(Refusal refusal, String container) {
    String answered =
        "The store of the container %s answered %d".formatted(container, refusal.status());
    // What follows the first line is of use to Microsoft only.
    String said = refusal.message().lines().findFirst().orElse("");
    if (refusal.code().isEmpty()) {
      return answered + ".";
    }
    return said.isEmpty()
        ? "%s, %s.".formatted(answered, refusal.code())
        : "%s, %s: %s".formatted(answered, refusal.code(), said);
  }
}
