/**
 * Keeps tiles in the memory of the server, as many as fit; those used seldom give way. Best as the
 * first tier of a {@code multi} cache: what it has is answered without waiting for anything.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@code megabytes}</td><td>{@code 64}</td><td>memory for tiles and what is needed to find
 *     them, in units of 1048576 bytes; fractions are allowed</td></tr>
 * </table>
 */
@NullMarked
package org.azulejo.cache.memory;

import org.jspecify.annotations.NullMarked;
