/**
 * Keeps tiles in Google Cloud Storage, by its XML API, under the names that TileStache gives them,
 * so that both can share a bucket: {@code LAYER/ZOOM/COLUMN/ROW.format}, the bytes as they are; the
 * lock of a tile beside it as {@code ...-lock}. {@link
 * org.azulejo.cache.googlecloud.GoogleCloudFactory} reads the options, {@link
 * org.azulejo.cache.googlecloud.Identity} finds out who we are.
 */
@NullMarked
package org.azulejo.cache.googlecloud;

import org.jspecify.annotations.NullMarked;
