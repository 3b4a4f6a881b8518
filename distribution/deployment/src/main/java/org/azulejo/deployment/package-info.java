/**
 * How plug-ins come into the running server. Every jar passes the {@link
 * org.azulejo.deployment.Gate}, where it is looked at, and {@link org.azulejo.deployment.Trust}
 * tells who vouches for it. {@link org.azulejo.deployment.Bundles} makes the change and takes it
 * back if it fails. {@link org.azulejo.deployment.Deployment} does so for operators, {@link
 * org.azulejo.deployment.DeployFolder} for the jars in the deploy folder.
 */
@NullMarked
package org.azulejo.deployment;

import org.jspecify.annotations.NullMarked;
