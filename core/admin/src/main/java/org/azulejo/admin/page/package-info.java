/** The pages of the console. All work without scripts; scripts only add figures that move. */
@NullMarked
package org.azulejo.admin.page;

import org.jspecify.annotations.NullMarked;
