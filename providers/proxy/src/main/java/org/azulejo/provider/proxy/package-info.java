/**
 * Fetches each tile from another tile server, and passes its bytes on untouched where their format
 * is the one asked for. Named {@code proxy}, as in TileStache.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code url}: address of the tiles, http, https or file, with {@code {Z}}, {@code {X}} and
 *       {@code {Y}} in upper case. {@code {R}} becomes {@code @2x} for tiles of twice the pixels,
 *       nothing otherwise; only with it does the layer have such tiles. Several, as a list or
 *       joined by commas, are laid on top of each other, the first at the bottom.
 *   <li>{@code provider}: one of the maps known by name, such as {@code OPENSTREETMAP}, where there
 *       is no {@code url}. See {@link org.azulejo.provider.proxy.KnownMap}.
 *   <li>{@code cloudmade key}: the key of the {@code CLOUDMADE} maps, which need one.
 *   <li>{@code formats}: extensions of the tiles, such as {@code ["pbf"]}, where they are no
 *       pictures: {@code pbf}, {@code mvt}, {@code json}, {@code geojson}, or those of pictures.
 *       Default: every format of pictures.
 *   <li>{@code timeout}: seconds for one answer as a whole. Default: 10.
 *   <li>{@code most bytes}: what one answer may hold. Default: 16777216, which is 16 MiB.
 *   <li>{@code headers}: an object of HTTP headers to send. They stay with the server of the
 *       address; where it redirects to another, only the following two go along.
 *   <li>{@code user agent}: how to introduce ourselves. Default: {@code Azulejo}.
 *   <li>{@code referer}: the page to name as the one that asks. Default: none.
 * </ul>
 *
 * <p>Answers 404, 410 and 204 mean that there is no such tile; of several, the others are shown
 * then. Up to five redirects are followed, but never from https to http, nor from outside into the
 * own network. The environment variables {@code http_proxy}, {@code https_proxy} and {@code
 * no_proxy} are honoured.
 */
@NullMarked
package org.azulejo.provider.proxy;

import org.jspecify.annotations.NullMarked;
