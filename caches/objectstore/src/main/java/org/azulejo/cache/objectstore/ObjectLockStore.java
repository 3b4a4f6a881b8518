package org.azulejo.cache.objectstore;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.azulejo.api.TileKey;
import org.azulejo.cache.remote.LockStore;

/**
 * The locks in a bucket, whose objects do not expire: one that a dead server left is taken over by
 * whoever wants it next.
 *
 * <p>What depends on what is there is asked as a condition that the store looks after in the same
 * step. There are stores that do not know conditions, and ignore them or say so; so we look first
 * ourselves, too, and are with them as good as TileStache, which only looks.
 */
final class ObjectLockStore implements LockStore {
  private final Bucket bucket;
  private final ObjectKeys keys;

  ObjectLockStore(Bucket bucket, ObjectKeys keys) {
    this.bucket = bucket;
    this.keys = keys;
  }

  @Override
  public boolean add(TileKey key, String value, Duration lifespan) throws Exception {
    return bucket.get(keys.lock(key)).isEmpty()
        && isDone(bucket.protocol().ifAbsent(), condition -> put(key, value, condition));
  }

  @Override
  public Optional<String> holder(TileKey key) throws Exception {
    return bucket.get(keys.lock(key)).map(StoredObject::text);
  }

  @Override
  public boolean replace(TileKey key, String old, String value, Duration lifespan)
      throws Exception {
    Optional<StoredObject> held = held(key, old);
    return held.isPresent() && isDone(still(held.get()), condition -> put(key, value, condition));
  }

  @Override
  public void remove(TileKey key, String value) throws Exception {
    Optional<StoredObject> held = held(key, value);
    if (held.isPresent()) {
      isDone(still(held.get()), condition -> bucket.delete(keys.lock(key), condition));
    }
  }

  private Optional<StoredObject> held(TileKey key, String value) throws Exception {
    return bucket.get(keys.lock(key)).filter(found -> found.holds(value));
  }

  private Map<String, String> still(StoredObject found) {
    return found.version().isEmpty() ? Map.of() : bucket.protocol().ifStill(found.version());
  }

  private void put(TileKey key, String value, Map<String, String> condition) throws Exception {
    var headers = new HashMap<>(condition);
    headers.put("Content-Type", "text/plain");
    bucket.put(keys.lock(key), value.getBytes(StandardCharsets.UTF_8), headers);
  }

  private interface Change {
    void under(Map<String, String> condition) throws Exception;
  }

  private boolean isDone(Map<String, String> condition, Change change) throws Exception {
    try {
      change.under(condition);
      return true;
    } catch (RefusedException e) {
      if (e.refusal().isUnknown() && !condition.isEmpty()) {
        return isDone(Map.of(), change);
      } else if (isUnmet(e.refusal())) {
        return false;
      }
      throw e;
    }
  }

  private boolean isUnmet(Refusal refusal) {
    Protocol.Meaning meaning = bucket.protocol().meaning(refusal);
    return meaning == Protocol.Meaning.UNMET || meaning == Protocol.Meaning.ABSENT;
  }
}
