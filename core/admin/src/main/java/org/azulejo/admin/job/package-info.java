/** What takes long and is done one at a time, by a thread of its own. */
@NullMarked
package org.azulejo.admin.job;

import org.jspecify.annotations.NullMarked;
