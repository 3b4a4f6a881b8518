/**
 * What Karaf's shell offers behind {@code azulejo:layer}, {@code azulejo:install} and {@code
 * azulejo:uninstall}. Elsewhere, a profile of the shell does that.
 */
@NullMarked
package org.azulejo.completion;

import org.jspecify.annotations.NullMarked;
