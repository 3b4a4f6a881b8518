/** Commands with which operators look at the server and change it: {@code azulejo:layers}. */
@NullMarked
package org.azulejo.shell;

import org.jspecify.annotations.NullMarked;
