/**
 * The provider {@code monkeycache}: serves what a cache of any kind holds, as the tiles of a layer
 * that may have been drawn elsewhere or long ago, and draws nothing.
 *
 * <table>
 * <caption>Options</caption>
 * <tr><th>key</th><th>default</th><th>meaning</th></tr>
 * <tr><td>{@code cache config}</td><td>required</td><td>the cache</td></tr>
 * <tr><td>{@code layer name}</td><td>required</td><td>the layer whose tiles it holds</td></tr>
 * <tr><td>{@code format}</td><td>{@code PNG}</td><td>the format of the tiles</td></tr>
 * </table>
 *
 * <p>The server makes the cache and closes it; while its plug-in is missing, the layer waits for
 * it. The age of the tiles is no matter.
 */
@NullMarked
package org.azulejo.provider.monkeycache;

import org.jspecify.annotations.NullMarked;
