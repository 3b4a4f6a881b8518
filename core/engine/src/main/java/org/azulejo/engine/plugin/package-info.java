/** Plug-ins that are there, and what they made: live providers, caches and effects. */
@NullMarked
package org.azulejo.engine.plugin;

import org.jspecify.annotations.NullMarked;
