/** A Maven repository to install plug-ins from: which jar is meant, and how it is fetched. */
@NullMarked
package org.azulejo.admin.repository;

import org.jspecify.annotations.NullMarked;
