package org.azulejo.admin;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The keys of the configuration {@code org.azulejo} that the console reads. */
@ComponentPropertyType
@interface AdminSettings {
  /** {@code admin.enabled}: whether there is a console. */
  boolean admin_enabled() default true;

  /** {@code admin.remote}: whether it answers other machines as well, and through proxies. */
  boolean admin_remote() default false;

  /**
   * {@code admin.users}: the file with the users; {@code admin.users} beside the settings, if
   * empty.
   */
  String admin_users() default "";

  /** {@code admin.plugin.folder}: whose jars may be installed by name; none, if empty. */
  String admin_plugin_folder() default "";

  /**
   * {@code admin.plugin.repository}: address of a Maven repository whose jars may be installed by
   * their coordinates; none, if empty.
   */
  String admin_plugin_repository() default "";
}
