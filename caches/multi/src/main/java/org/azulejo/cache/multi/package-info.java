/**
 * Several caches as one, the quickest first, for example memory before a disk. A tile is looked for
 * in each in turn and brought to those before; new tiles go to all. A tier that is broken does not
 * keep the others from answering: it is passed over, said once, and asked again by a thread of its
 * own with pauses that grow, so that no more requests wait for its time-out than those that found
 * it out. A tile that at least one tier keeps is kept; one that at least one cannot remove is not
 * removed.
 *
 * <p>A tile brought forward keeps its age, and is kept only as long as it is wanted. The locks are
 * those of the first tier that has any.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@code tiers}</td><td>required</td><td>a list of caches, of any kind, at least one</td></tr>
 * <tr><td>{@code race}</td><td>{@code false}</td><td>whether all are asked at once, by up to 64
 *     threads each, and the first that has the tile answers</td></tr>
 * </table>
 */
@NullMarked
package org.azulejo.cache.multi;

import org.jspecify.annotations.NullMarked;
