/** A request and the ways to answer it: statuses, headers, threads. */
@NullMarked
package org.azulejo.http.exchange;

import org.jspecify.annotations.NullMarked;
