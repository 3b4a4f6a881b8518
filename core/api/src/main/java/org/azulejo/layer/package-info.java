/**
 * What a front end sees of the server: its layers as they are now, and their tiles. Plug-ins stay
 * away from here.
 *
 * <p>{@link org.azulejo.layer.Layers} is the service; it gives immutable {@link
 * org.azulejo.layer.LayerSnapshot}s of {@link org.azulejo.layer.Layer}s.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.azulejo.layer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
