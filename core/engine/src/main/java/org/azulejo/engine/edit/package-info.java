/**
 * The configuration as a text that is edited: {@link org.azulejo.engine.edit.Editor} looks after
 * who may change what, {@link org.azulejo.engine.edit.Revision} changes no more of the text than
 * has to change, and {@link org.azulejo.engine.edit.TextFile} replaces it on the disk.
 */
@NullMarked
package org.azulejo.engine.edit;

import org.jspecify.annotations.NullMarked;
