/**
 * Keeps tiles in Redis, under the keys that TileStache gives them, so that both can share a cache:
 * {@code PREFIX/LAYER/ZOOM/COLUMN/ROW.FORMAT}, the bytes as they are; the lock of a tile beside it
 * as {@code ...-lock}. The lifespan of a layer is left to the expiry of Redis; when a tile that
 * grows old was made stands beside it as {@code ...-made}. Redis is one server, or a master that
 * Sentinels watch, or a cluster: the locks hold in each.
 */
@NullMarked
package org.azulejo.cache.redis;

import org.jspecify.annotations.NullMarked;
