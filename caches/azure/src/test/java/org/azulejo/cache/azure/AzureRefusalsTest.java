package org.azulejo.cache.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.cache.objectstore.Protocol;
import org.azulejo.cache.objectstore.Refusal;
import org.azulejo.cache.objectstore.UnreachableException;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.FakeStore;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store that says no, as Azure does and Azurite does not. */
@Timeout(60)
class AzureRefusalsTest {
  private static final TileKey KEY = TileSamples.key("osm");
  private static final String UNKNOWN =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthenticationFailed</Code><Message>"
          + "Server failed to authenticate the request.\nRequestId:1d3a\nTime:2026-01-01</Message>"
          + "<AuthenticationErrorDetail>The MAC signature is not the same.</AuthenticationErrorDetail>"
          + "</Error>";

  private FakeStore store;
  private TileCache cache;

  @BeforeEach
  void start() throws Exception {
    store = new FakeStore();
    cache =
        new AzureFactory(Map.of())
            .create(TestOptions.of(Sections.byKey(store.address(), ", 'timeout': 5")));
  }

  @AfterEach
  void stop() throws Exception {
    cache.close();
    store.close();
  }

  private void write() throws Exception {
    cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
  }

  @Test
  void aKeyThatIsNoneOfTheAccountIsToBeCorrected() {
    store.then(403, UNKNOWN);
    assertThatThrownBy(() -> cache.read(KEY))
        .isInstanceOf(UnreachableException.class)
        .hasMessage(
            "The key is not one of the account devstoreaccount1: correct \"key\", or the connection"
                + " string.");
    assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T12:14:00Z, correct \"key\"",
    "2026-01-01T12:16:00Z, The clock of this machine",
    "2026-01-01T11:44:00Z, The clock of this machine"
  })
  void aClockThatIsWrongIsToBeSet(Instant now, String advice) {
    InstantSource clock = InstantSource.fixed(now);
    var protocol = new BlobProtocol(new SharedKey("maps", new byte[1], clock), clock);
    var refusal =
        new Refusal(
            403,
            "AuthenticationFailed",
            "Server failed to authenticate the request.",
            Optional.empty(),
            Optional.of("Thu, 01 Jan 2026 12:00:00 GMT"));
    assertThat(protocol.meaning(refusal)).isEqualTo(Protocol.Meaning.LASTING);
    assertThat(protocol.complaint(refusal, "tiles")).contains(advice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | AuthorizationPermissionMismatch | Storage Blob Data Contributor",
        "403 | AuthorizationFailure | network rules",
        "403 | AuthorizationProtocolMismatch | https \"endpoint\"",
        "403 | AuthorizationResourceTypeMismatch | for the objects of the blob service",
        "403 | KeyBasedAuthenticationNotPermitted | takes no keys",
        "404 | ContainerNotFound | make it, or correct \"container\"",
        "409 | ContainerBeingDeleted | make it, or correct \"container\"",
        "409 | BlobImmutableDueToPolicy | answered 409, BlobImmutableDueToPolicy: No."
      })
  void aRefusalTellsWhatToDo(int status, String code, String advice) {
    store.thenError(status, code);
    assertThatThrownBy(this::write).hasMessageContaining(advice);
  }

  @Test
  void onlyTheFirstLineOfAMessageIsShown() {
    store.then(
        400, "<Error><Code>InvalidUri</Code><Message>No.\nRequestId:1\nTime:now</Message></Error>");
    assertThatThrownBy(() -> cache.read(KEY))
        .hasMessage("The store of the container tiles answered 400, InvalidUri: No.");
  }

  @Test
  void aBusyStoreIsAskedOnceMore() throws Exception {
    store.thenError(503, "ServerBusy").then(200, "tile");
    assertThat(cache.read(KEY).orElseThrow().bytes()).asString().isEqualTo("tile");
  }

  @Test
  void everyRequestTellsItsVersionAndEveryBlobItsKind() throws Exception {
    store.then(201, "").then(200, "tile");
    write();
    cache.read(KEY);
    assertThat(store.asked().get(0))
        .containsEntry("X-ms-version", List.of("2019-07-07"))
        .containsEntry("X-ms-blob-type", List.of("BlockBlob"));
    assertThat(store.asked().get(1))
        .containsEntry("X-ms-version", List.of("2019-07-07"))
        .doesNotContainKey("X-ms-blob-type");
  }

  /** Who was quicker has the lock until it is stale. */
  @Test
  void whoComesSecondWaits() throws Exception {
    store
        .thenError(404, "BlobNotFound")
        .thenError(409, "BlobAlreadyExists")
        .then(200, "locked.")
        .thenError(404, "BlobNotFound")
        .thenError(404, "BlobNotFound")
        .then(201, "");
    cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
    assertThat(store.asked()).hasSize(6);
  }

  /** Nobody ever could take it away again. */
  @Test
  void aContainerThatKeepsItsBlobsForeverHasNoLocks() {
    store.thenError(404, "BlobNotFound").thenError(409, "BlobImmutableDueToPolicy");
    assertThatThrownBy(() -> cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15)))
        .hasMessageContaining("BlobImmutableDueToPolicy");
  }
}
