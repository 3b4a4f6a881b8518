/** A server without the server: services that keep everything in memory. */
@NullMarked
package org.azulejo.admin.fake;

import org.jspecify.annotations.NullMarked;
