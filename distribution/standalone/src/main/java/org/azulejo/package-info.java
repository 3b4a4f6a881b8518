/**
 * The server as a program and as an object: {@link org.azulejo.Azulejo} starts an OSGi framework
 * with the bundles of an installation, {@code Main} does so from the command line. It shares no
 * class with the bundles but those of the JDK and slf4j.
 */
@NullMarked
package org.azulejo;

import org.jspecify.annotations.NullMarked;
