/**
 * Fetching bytes from somebody else's server, with limits. Not a plug-in: a plain library that bnd
 * packs privately into every provider that needs it ({@code -conditionalpackage} in its {@code
 * bnd.bnd}), so that each has its own and none exports it.
 *
 * <p>{@link org.azulejo.upstream.ConnectionPool} is the door, one for each plug-in; it gives out
 * {@link org.azulejo.upstream.Upstream}s, one for each section of the configuration. {@link
 * org.azulejo.upstream.UpstreamOptions} reads how it is to behave, {@link
 * org.azulejo.upstream.Address} turns texts into addresses. {@link org.azulejo.upstream.Redirects}
 * and {@link org.azulejo.upstream.InnerNetwork} keep a foreign server from sending us where we must
 * not go. Pictures are recognised in {@code org.azulejo.upstream.picture}.
 */
@NullMarked
package org.azulejo.upstream;

import org.jspecify.annotations.NullMarked;
