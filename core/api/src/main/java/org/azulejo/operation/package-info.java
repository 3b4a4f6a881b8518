/**
 * What operators' front ends see beside the layers: the {@link org.azulejo.operation.Plugins} that
 * are there, the {@link org.azulejo.operation.Installer} that brings and takes them, the {@link
 * org.azulejo.operation.ConfigurationFile}, the {@link org.azulejo.operation.AuditTrail} and how
 * the server fares. Plug-ins stay away from here.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.azulejo.operation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
