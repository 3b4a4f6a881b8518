/**
 * The provider {@code sandwich}: tiles stacked of other layers, pictures and colours, the lowest
 * first.
 *
 * <p>Options:
 *
 * <ul>
 *   <li>{@code stack}: list of entries, or a single one; required. An empty list is transparent.
 * </ul>
 *
 * <p>An entry has a {@code src} or a {@code color} or both, and a {@code mask} beside one of them:
 *
 * <ul>
 *   <li>{@code src}: name of a layer; or path (relative to the configuration) or http address of a
 *       picture, which is laid out without seams over the whole map.
 *   <li>{@code color}: {@code #rgb}, {@code #rgba}, {@code #rrggbb} or {@code #rrggbbaa}; with a
 *       {@code src}, it lies below that.
 *   <li>{@code mask}: name of a layer whose brightness becomes opacity; default none.
 *   <li>{@code opacity}: 0 to 1, default 1.
 *   <li>{@code mode}: {@code screen}, {@code add}, {@code multiply}, {@code subtract}, {@code
 *       linear light} or {@code hard light}; default, and in place of any other word, {@code
 *       normal}.
 *   <li>{@code adjustments}: list of {@code ["threshold", [red, green, blue]]} or {@code
 *       ["threshold", [all]]}, {@code ["curves", [black, grey, white]]} and {@code ["curves2",
 *       [red, green, blue]]} or {@code ["curves2", [all]]} with each curve three pairs {@code
 *       [from, to]}; numbers are 0 to 255. Default none.
 *   <li>{@code zoom}: where the entry shows, {@code "12"} or {@code "12-18"}; default everywhere.
 * </ul>
 *
 * <p>{@link org.azulejo.provider.sandwich.SandwichProvider} has {@link
 * org.azulejo.provider.sandwich.Slice}s, gets the pixels of their {@link
 * org.azulejo.provider.sandwich.Source}s from the top down until nothing below shows any more, and
 * {@link org.azulejo.provider.sandwich.Composition} puts the {@link
 * org.azulejo.provider.sandwich.Foreground}s together, {@link org.azulejo.provider.sandwich.Row} by
 * row.
 */
@NullMarked
package org.azulejo.provider.sandwich;

import org.jspecify.annotations.NullMarked;
