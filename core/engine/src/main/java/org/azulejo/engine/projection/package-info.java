/** The ways to lay the globe flat that the server knows. */
@NullMarked
package org.azulejo.engine.projection;

import org.jspecify.annotations.NullMarked;
