package org.azulejo.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The names by which a configuration asks for a factory, matched without regard to case. Goes
 * beside {@code @Component}. The class paths of TileStache may be among them, so that sections with
 * {@code class} and {@code kwargs} find the plug-in too.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PluginName {
  /** The service property that holds the names is {@code azulejo.plugin.name}. */
  String PREFIX_ = "azulejo.";

  String[] value();
}
