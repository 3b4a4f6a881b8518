/**
 * The way of a request: {@link org.azulejo.admin.room.Room} lets it in, finds its {@link
 * org.azulejo.admin.room.Route}, and turns what goes wrong into an answer.
 */
@NullMarked
package org.azulejo.admin.room;

import org.jspecify.annotations.NullMarked;
