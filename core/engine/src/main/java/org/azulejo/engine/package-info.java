/**
 * From the configuration to layers. {@link org.azulejo.engine.Engine} hears of plug-ins and of
 * changes to the configuration, has {@link org.azulejo.engine.LayerBuilder} build every layer anew,
 * {@link org.azulejo.engine.Foundations} sort out which stands on which, and publishes the result
 * in one write.
 */
@NullMarked
package org.azulejo.engine;

import org.jspecify.annotations.NullMarked;
