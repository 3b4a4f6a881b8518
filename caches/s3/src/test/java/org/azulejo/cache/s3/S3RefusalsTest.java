package org.azulejo.cache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.azulejo.api.TileCache;
import org.azulejo.api.TileKey;
import org.azulejo.cache.objectstore.UnreachableException;
import org.azulejo.cache.remote.ServerDownException;
import org.azulejo.testkit.FakeStore;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TileSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A store that says no. */
@Timeout(60)
class S3RefusalsTest {
  private static final TileKey KEY = TileSamples.key("osm");

  private FakeStore store;
  private TileCache cache;

  @BeforeEach
  void start() throws Exception {
    store = new FakeStore();
    cache = cache("");
  }

  private TileCache cache(String more) {
    return new S3Factory().create(TestOptions.of(Options.at(store.address(), more)));
  }

  @AfterEach
  void stop() throws Exception {
    cache.close();
    store.close();
  }

  @Test
  void aBusyStoreIsAskedOnceMore() throws Exception {
    store.thenError(503, "SlowDown").then(200, "tile");
    assertThat(cache.read(KEY).orElseThrow().bytes()).asString().isEqualTo("tile");
  }

  @Test
  void aStoreThatStaysBusyIsPassedOver() {
    store.thenError(503, "SlowDown").thenError(503, "SlowDown");
    assertThatThrownBy(() -> cache.read(KEY))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("SlowDown");
    assertThatThrownBy(() -> cache.read(KEY)).isInstanceOf(ServerDownException.class);
  }

  @Test
  void aFullStoreIsStillRead() throws Exception {
    store.thenError(507, "XMinioStorageFull").then(200, "tile");
    assertThatThrownBy(() -> write(cache)).hasMessageContaining("XMinioStorageFull");
    assertThat(cache.read(KEY)).isPresent();
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    try (var other = new FakeStore()) {
      store.then(307, Map.of("Location", other.address() + "/secrets"), "");
      assertThatThrownBy(() -> cache.read(KEY)).hasMessageContaining("is elsewhere");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void theRightRegionIsTold() {
    store.then(301, Map.of("x-amz-bucket-region", "eu-west-1"), "");
    assertThatThrownBy(() -> cache.read(KEY))
        .hasMessageContaining("set \"region\" to \"eu-west-1\"");
    store.then(
        400, "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-west-2</Region></Error>");
    assertThatThrownBy(() -> cache.read(KEY))
        .hasMessageContaining("set \"region\" to \"eu-west-2\"");
  }

  @Test
  void aClockThatIsWrongIsToBeSet() {
    store.thenError(403, "RequestTimeTooSkewed");
    assertThatThrownBy(() -> cache.read(KEY))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("The clock of this machine")
        .hasMessageContaining("set it");
  }

  @Test
  void aBucketWithoutAccessControlListsIsToBeTold() {
    store.thenError(400, "AccessControlListNotSupported");
    assertThatThrownBy(() -> write(cache)).hasMessageContaining("set \"policy\" to \"\"");
  }

  /** So says Google. */
  @Test
  void aBucketWithUniformAccessIsToBeToldToo() {
    store.then(
        400,
        "<Error><Code>InvalidArgument</Code><Message>Invalid argument.</Message><Details>Cannot"
            + " insert legacy ACL for an object when uniform bucket-level access is enabled."
            + "</Details></Error>");
    assertThatThrownBy(() -> write(cache)).hasMessageContaining("set \"policy\" to \"\"");
  }

  @Test
  void aDenialTellsWhatIsNeeded() {
    store.thenError(403, "AccessDenied");
    assertThatThrownBy(() -> cache.read(KEY)).hasMessageContaining("to list the bucket");
  }

  @Test
  void entitiesAreNotUnfolded() {
    store.then(
        400,
        "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<Error><Code>Odd</Code><Message>&x;</Message></Error>");
    assertThatThrownBy(() -> cache.read(KEY))
        .hasMessage("The store of the bucket tiles answered 400, Odd: &x;");
  }

  @Test
  void aTileIsPublicAsTileStachesUnlessThePolicySaysOtherwise() throws Exception {
    store.then(200, "").then(200, "").then(200, "");
    write(cache);
    try (TileCache own =
            cache(", 'policy': '', 'reduced_redundancy': true, 'session token': 'abc'");
        TileCache other = cache(", 'policy': 'private'")) {
      write(own);
      write(other);
    }
    assertThat(store.asked().get(0)).containsEntry("X-amz-acl", List.of("public-read"));
    assertThat(store.asked().get(1))
        .doesNotContainKey("X-amz-acl")
        .containsEntry("X-amz-storage-class", List.of("REDUCED_REDUNDANCY"))
        .containsEntry("X-amz-security-token", List.of("abc"));
    assertThat(store.asked().get(2)).containsEntry("X-amz-acl", List.of("private"));
  }

  /** Then it is as with TileStache: who looks first, has it. */
  @Test
  void aStoreThatKnowsNoConditionsHasLocksAllTheSame() throws Exception {
    store.then(404, "").thenError(501, "NotImplemented").then(200, "");
    cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
    assertThat(store.asked()).hasSize(3);
    assertThat(store.asked().get(1)).containsEntry("If-none-match", List.of("*"));
    assertThat(store.asked().get(2)).doesNotContainKey("If-none-match");
  }

  /** Who was quicker has the lock until it is stale. */
  @Test
  void whoComesSecondWaits() throws Exception {
    store
        .then(404, "")
        .thenError(412, "PreconditionFailed")
        .then(200, "locked.")
        .then(404, "")
        .then(404, "")
        .then(200, "");
    cache.locks().orElseThrow().lock(KEY, Duration.ofSeconds(15));
    assertThat(store.asked()).hasSize(6);
  }

  private static void write(TileCache cache) throws Exception {
    cache.write(KEY, TileSamples.tile(KEY, 10), Duration.ZERO);
  }
}
