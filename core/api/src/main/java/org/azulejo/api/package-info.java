/**
 * What a plug-in sees of Azulejo, and all it sees.
 *
 * <p>A plug-in is one class: a {@link org.azulejo.api.ProviderFactory}, a {@link
 * org.azulejo.api.CacheFactory} or an {@link org.azulejo.api.EffectFactory}, published as a
 * Declarative Services component and named by {@link org.azulejo.api.PluginName}. The factory reads
 * its section of the configuration through {@link org.azulejo.api.Options} and gives back a {@link
 * org.azulejo.api.Provider} (makes tiles), a {@link org.azulejo.api.TileCache} (keeps them) or an
 * {@link org.azulejo.api.Effect} (changes their pixels).
 *
 * <p>A tile is known by its {@link org.azulejo.api.Coordinate}, covers an {@link
 * org.azulejo.api.Area} of a {@link org.azulejo.api.Projection}, and is either pixels that may
 * still be worked on ({@link org.azulejo.api.ImageTile}) or bytes that nobody touches any more
 * ({@link org.azulejo.api.EncodedTile}).
 */
@Export
@Version("0.1.0")
@NullMarked
package org.azulejo.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
