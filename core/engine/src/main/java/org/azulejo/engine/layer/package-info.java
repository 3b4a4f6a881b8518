/**
 * A layer at work. A request goes one way: {@link org.azulejo.engine.layer.LiveLayer} asks {@link
 * org.azulejo.engine.layer.Bounds}, then the {@link org.azulejo.engine.layer.Store}, then flies
 * once per {@link org.azulejo.engine.layer.Block} through {@link
 * org.azulejo.engine.layer.SingleFlight} to the {@link org.azulejo.engine.layer.Renderer}, and the
 * store keeps what comes back.
 */
@NullMarked
package org.azulejo.engine.layer;

import org.jspecify.annotations.NullMarked;
