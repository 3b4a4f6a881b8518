package org.azulejo.deployment;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The keys of the configuration {@code org.azulejo} that say whose plug-ins are used. */
@ComponentPropertyType
@interface TrustSettings {
  /** {@code trust.store}: a PKCS #12 file with the certificates of those who may sign plug-ins. */
  String trust_store() default "";

  /** {@code trust.password}: the password of that file. */
  String trust_password() default "";

  /**
   * {@code trust.pins}: a file that names jars by their SHA-256, one to a line; what follows the
   * digits is a comment.
   */
  String trust_pins() default "";

  /**
   * {@code trust.deploy}: {@code vouched} or {@code any}: whether somebody has to vouch for the
   * jars in the deploy folder, too.
   */
  String trust_deploy() default "vouched";
}
