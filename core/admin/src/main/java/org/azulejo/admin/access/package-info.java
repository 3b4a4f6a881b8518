/**
 * Who may come in: {@link org.azulejo.admin.access.Threshold} looks at where a request comes from,
 * {@link org.azulejo.admin.access.Gate} at who sent it, by {@link org.azulejo.admin.access.Users}
 * and {@link org.azulejo.admin.access.Sessions}.
 */
@NullMarked
package org.azulejo.admin.access;

import org.jspecify.annotations.NullMarked;
