/**
 * Keeps tiles in memcached, under the keys and as the base64 text that TileStache gives them, so
 * that both can share a cache: {@code PREFIX/REVISION/LAYER/ZOOM/COLUMN/ROW.FORMAT}; the lock of a
 * tile beside it as {@code ...-lock}. The lifespan of a layer is left to the expiry of memcached.
 *
 * <p>It speaks with memcached itself, in the five commands of the text protocol that are needed: a
 * request must not wait for a server that hangs, not even with a large tile half sent, and nothing
 * may be left when the cache is closed.
 *
 * @see <a href="https://github.com/memcached/memcached/blob/master/doc/protocol.txt">The
 *     protocol</a>
 */
@NullMarked
package org.azulejo.cache.memcache;

import org.jspecify.annotations.NullMarked;
