/**
 * Rooms of the web site that are no tiles, such as the console: a {@link org.azulejo.web.WebRoom}
 * is a service that gives a value for a value and knows nothing of the web server.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.azulejo.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
