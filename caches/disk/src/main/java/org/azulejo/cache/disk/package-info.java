/**
 * Keeps tiles as files, in the folders and under the names that TileStache gives them, so that both
 * can share a cache: files, gzip and locks.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@code path}</td><td>required</td><td>folder of the cache, made when it is first needed;
 *     relative to the configuration file</td></tr>
 * <tr><td>{@code umask}</td><td>{@code "0022"}</td><td>octal: the permissions that new files and
 *     folders do not get</td></tr>
 * <tr><td>{@code dirs}</td><td>{@code "safe"}</td><td>{@code safe}: {@code
 *     osm/12/000/656/001/582.png}, never more than a thousand files in a folder; {@code portable}:
 *     {@code osm/12/656/1582.png}; {@code quadtile}: {@code osm/002/301/021/222/0.png}</td></tr>
 * <tr><td>{@code gzip}</td><td>{@code ["txt", "text", "json", "xml"]}</td><td>formats that are kept
 *     gzipped; {@code []} for none</td></tr>
 * <tr><td>{@code limit}</td><td>none</td><td>bytes that the tiles may take up, in blocks of 4096 as
 *     on the disk; those least recently used give way</td></tr>
 * </table>
 *
 * <p>With a limit, the folder itself is the index: the sizes and access times of the files tell
 * what there is and what was used last, so nothing can be torn by a crash or fall behind what other
 * servers do. A thread of its own looks through the folder now and then, and removes what has to
 * give way; reads wait for nothing. Under the name {@code limited disk}, {@code limit} is required
 * and {@code gzip} is {@code []}, as in TileStache, whose file {@code stache.db} is left alone.
 */
@NullMarked
package org.azulejo.cache.disk;

import org.jspecify.annotations.NullMarked;
