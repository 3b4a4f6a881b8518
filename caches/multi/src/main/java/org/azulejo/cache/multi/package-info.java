/**
 * Several caches as one, the quickest first, for example memory before a disk. A tile is looked for
 * in each in turn and brought to those before; new tiles go to all. A tier that is broken does not
 * keep the others from answering.
 *
 * <p>A tile brought forward keeps its age, but the earlier tier learns of no lifespan: a store with
 * an expiry of its own keeps it for ever. The locks are those of the first tier that has any.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@code tiers}</td><td>required</td><td>a list of caches, of any kind, at least one</td></tr>
 * </table>
 */
@NullMarked
package org.azulejo.cache.multi;

import org.jspecify.annotations.NullMarked;
