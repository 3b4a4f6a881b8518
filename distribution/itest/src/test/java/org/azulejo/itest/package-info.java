/**
 * The server as it is shipped, started as its users start it. {@link org.azulejo.itest.Home} is a
 * copy of the built folder, {@link org.azulejo.itest.Server} the process, {@link
 * org.azulejo.itest.Plugin} a bundle written by a test, {@link org.azulejo.itest.Load} clients that
 * never stop asking, {@link org.azulejo.itest.Upstream} somebody else's server. {@link
 * org.azulejo.itest.Karaf} is a copy of the other folder that is built, and its process.
 */
package org.azulejo.itest;
