/**
 * The web front: one Jetty server, started with the first layers, that turns paths into tiles and
 * faults into statuses.
 *
 * <p>A request comes in at {@code Site}. Tiles that can be had at once are answered there and then,
 * on the network thread ({@code tile}). All that may wait is handed to {@code Workers}: those who
 * read caches and make the pages for people and their programs ({@code page}), and those who draw,
 * shared out among the layers by {@code Lanes}. What both need to read a request and to answer it
 * is in {@code exchange}.
 */
@NullMarked
package org.azulejo.http;

import org.jspecify.annotations.NullMarked;
