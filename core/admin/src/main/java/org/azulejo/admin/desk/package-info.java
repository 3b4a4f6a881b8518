/**
 * What operators do, in one place for the console and its REST: each change is done by a service of
 * the server, and written down.
 */
@NullMarked
package org.azulejo.admin.desk;

import org.jspecify.annotations.NullMarked;
