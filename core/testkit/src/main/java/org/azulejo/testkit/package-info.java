/**
 * For the tests of plug-ins: {@link org.azulejo.testkit.TestOptions} gives a factory its section of
 * the configuration, the contracts hold a plug-in to what the API promises.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.azulejo.testkit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
