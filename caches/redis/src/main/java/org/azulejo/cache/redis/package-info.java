/**
 * Keeps tiles in Redis, under the keys that TileStache gives them, so that both can share a cache:
 * {@code PREFIX/LAYER/ZOOM/COLUMN/ROW.FORMAT}, the bytes as they are; the lock of a tile beside it
 * as {@code ...-lock}. The lifespan of a layer is left to the expiry of Redis.
 */
@NullMarked
package org.azulejo.cache.redis;

import org.jspecify.annotations.NullMarked;
