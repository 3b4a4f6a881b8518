/** How the server fares, for machines that watch it: health, metrics, a log of every request. */
@NullMarked
package org.azulejo.http.monitor;

import org.jspecify.annotations.NullMarked;
