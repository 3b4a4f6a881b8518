/** Pieces of HTML, and the files that pages need; they lie beside the classes. */
@NullMarked
package org.azulejo.admin.html;

import org.jspecify.annotations.NullMarked;
