/**
 * Keeps nothing: every tile is drawn anew. For trying out a configuration, and for layers that must
 * not be cached.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@code verbose}</td><td>{@code false}</td><td>whether each call is written to the log</td></tr>
 * </table>
 */
@NullMarked
package org.azulejo.cache.test;

import org.jspecify.annotations.NullMarked;
