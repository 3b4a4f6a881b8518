/**
 * What the bytes of a picture tell before they are decoded: its kind, its size, and whether all of
 * it has come. {@link org.azulejo.upstream.picture.Picture} is the only way in; one {@link
 * org.azulejo.upstream.picture.Kind} per file format.
 */
@NullMarked
package org.azulejo.upstream.picture;

import org.jspecify.annotations.NullMarked;
