/**
 * The provider {@code mbtiles}: tiles from an MBTiles file, pictures and vectors.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code tileset}: path of the file, relative to the configuration; required. The layer fails
 *       with a sentence if there is no such file, and the file is never written to.
 * </ul>
 *
 * <p>A layer offers the one format that its tileset holds: {@code png}, {@code jpg}, {@code webp},
 * {@code gif}, {@code pbf} or {@code json}, as the file's metadata say or else as its tiles look.
 * Bytes are passed on as stored. Tiles of pictures are to be had at {@code @2x}, too: put together
 * from the four tiles of the next zoom where the file has them, enlarged where not.
 *
 * <p>A file that is replaced is noticed within a second and opened anew; only if it holds tiles of
 * another format, the configuration has to be touched. Put the new one in place by renaming it:
 * while a file is written over, tiles may come out damaged for as long as that. No tile is larger
 * than 32 MB.
 *
 * <p>{@link org.azulejo.provider.mbtiles.MbtilesProvider} answers requests, {@link
 * org.azulejo.provider.mbtiles.TilesetFile} watches the file, {@link
 * org.azulejo.provider.mbtiles.Tileset} is the file as opened once, with a pool of {@link
 * org.azulejo.provider.mbtiles.Reader}s.
 */
@NullMarked
package org.azulejo.provider.mbtiles;

import org.jspecify.annotations.NullMarked;
