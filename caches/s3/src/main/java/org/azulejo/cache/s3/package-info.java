/**
 * Keeps tiles in Amazon's S3, and in what speaks like it, under the names that TileStache gives
 * them, so that both can share a bucket: {@code PATH/LAYER/ZOOM/COLUMN/ROW.format}, the bytes as
 * they are; the lock of a tile beside it as {@code ...-lock}. {@link
 * org.azulejo.cache.s3.S3Factory} reads the options, {@link org.azulejo.cache.s3.CredentialChain}
 * looks for the keys.
 */
@NullMarked
package org.azulejo.cache.s3;

import org.jspecify.annotations.NullMarked;
