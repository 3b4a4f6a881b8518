/**
 * Tiles as objects of a bucket, packed into each cache that keeps them so. {@link
 * org.azulejo.cache.objectstore.ObjectCache} is the cache, {@link
 * org.azulejo.cache.objectstore.Bucket} the bucket that it asks, {@link
 * org.azulejo.cache.objectstore.Transport} the way there, {@link
 * org.azulejo.cache.objectstore.Signer} what vouches for us, and {@link
 * org.azulejo.cache.objectstore.Protocol} what stores want differently, with {@link
 * org.azulejo.cache.objectstore.Dialect} for Amazon and Google.
 *
 * <p>The protocol is spoken here and not by the client libraries of Amazon, Google and Microsoft:
 * none of those is a bundle, each brings 31 jars (7 MB), 86 (50 MB) or 42 (19 MB), threads and
 * logging of its own, and we need three requests of it and a signature of some fifty lines.
 */
@NullMarked
package org.azulejo.cache.objectstore;

import org.jspecify.annotations.NullMarked;
