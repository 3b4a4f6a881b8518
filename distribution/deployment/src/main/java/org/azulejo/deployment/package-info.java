/**
 * What happens to the jars in the deploy folder. Felix File Install watches the folder and hands
 * over what changed; {@link org.azulejo.deployment.Deployment} checks a jar before it touches
 * anything, says why it refuses one, and goes back to the version before when an update fails.
 */
@NullMarked
package org.azulejo.deployment;

import org.jspecify.annotations.NullMarked;
