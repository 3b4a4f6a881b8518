/** The verbs of the console for scripts, under {@code /admin/api/}. */
@NullMarked
package org.azulejo.admin.rest;

import org.jspecify.annotations.NullMarked;
