/** What was done and what was refused in the console, for the audit trail of the server. */
@NullMarked
package org.azulejo.admin.audit;

import org.jspecify.annotations.NullMarked;
