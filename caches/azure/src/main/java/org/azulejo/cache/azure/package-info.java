/**
 * Keeps tiles in Azure Blob Storage, as block blobs {@code PATH/LAYER/ZOOM/COLUMN/ROW.format} of a
 * container; the lock of a tile beside it as {@code ...-lock}. {@link
 * org.azulejo.cache.azure.AzureFactory} reads the options, {@link
 * org.azulejo.cache.azure.BlobProtocol} knows what Azure calls differently from S3, {@link
 * org.azulejo.cache.azure.Identity} is who asks: a key, a signed address or a token.
 */
@NullMarked
package org.azulejo.cache.azure;

import org.jspecify.annotations.NullMarked;
