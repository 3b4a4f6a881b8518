/**
 * Sections of the configuration as forms: {@link org.azulejo.admin.form.Filling} turns a section
 * into the values of fields, {@link org.azulejo.admin.form.Fields} shows those, and {@link
 * org.azulejo.admin.form.Reading} makes a section of what comes back.
 *
 * <p>The name of a field is its way through the sections, with slashes. What a plain field cannot
 * hold is a field of JSON, and what no key describes is in a field of JSON beside them.
 */
@NullMarked
package org.azulejo.admin.form;

import org.jspecify.annotations.NullMarked;
