/** Requests read and answers written: bodies, forms, uploads, JSON, and what is wrong with them. */
@NullMarked
package org.azulejo.admin.exchange;

import org.jspecify.annotations.NullMarked;
