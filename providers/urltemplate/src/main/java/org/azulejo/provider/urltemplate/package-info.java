/**
 * Asks another server for a picture of a rectangle, a WMS for instance, so that its maps can be cut
 * into tiles. Named {@code url template}, as in TileStache.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code template}: the address, http, https or file, with {@code $width}, {@code $height},
 *       {@code $srs}, {@code $zoom}, {@code $xmin}, {@code $ymin}, {@code $xmax} and {@code $ymax};
 *       {@code ${width}} means the same, {@code $$} a dollar sign. Other names stay as they are.
 *       Required.
 *   <li>{@code source projection}: the projection that the server is asked in. Default: the
 *       layer's. Only two corners are converted.
 *   <li>{@code timeout}: seconds for one answer as a whole. Default: 10.
 *   <li>{@code most bytes}: what one answer may hold. Default: 16777216, which is 16 MiB.
 *   <li>{@code headers}: an object of HTTP headers to send. They stay with the server of the
 *       address; where it redirects to another, only the following two go along.
 *   <li>{@code user agent}: how to introduce ourselves. Default: {@code Azulejo}.
 *   <li>{@code referer}: the page to name as the one that asks. Default: none.
 * </ul>
 *
 * <p>Up to five redirects are followed, but never from https to http, nor from outside into the own
 * network. The environment variables {@code http_proxy}, {@code https_proxy} and {@code no_proxy}
 * are honoured.
 */
@NullMarked
package org.azulejo.provider.urltemplate;

import org.jspecify.annotations.NullMarked;
