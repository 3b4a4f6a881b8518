package org.azulejo.operation;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The plug-ins that are there. A service; safe for many threads. */
@ProviderType
public interface Plugins {
  /** All of them now, by kind and name. */
  List<Plugin> plugins();
}
