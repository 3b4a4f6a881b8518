/** The configuration file: where it is, what stands in it, and how plug-ins ask for it. */
@NullMarked
package org.azulejo.engine.configuration;

import org.jspecify.annotations.NullMarked;
