/** What was done and what was refused, in the log {@code org.azulejo.audit} and in memory. */
@NullMarked
package org.azulejo.admin.audit;

import org.jspecify.annotations.NullMarked;
