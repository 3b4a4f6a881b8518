/** The log of the program, by {@code java.util.logging}; unused where the server is embedded. */
@NullMarked
package org.azulejo.logging;

import org.jspecify.annotations.NullMarked;
