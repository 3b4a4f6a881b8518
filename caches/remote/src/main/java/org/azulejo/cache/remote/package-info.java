/**
 * What caches on other servers have in common, packed into each of them: {@link
 * org.azulejo.cache.remote.Circuit} keeps a server that does not answer from costing anything,
 * {@link org.azulejo.cache.remote.RemoteLocks} are TileStache's locks.
 */
@NullMarked
package org.azulejo.cache.remote;

import org.jspecify.annotations.NullMarked;
