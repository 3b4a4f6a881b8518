package org.azulejo;

import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what goes wrong in the framework to the log, such as a bundle that cannot start. */
final class FrameworkLog implements FrameworkListener {
  private static final Logger LOG = LoggerFactory.getLogger(FrameworkLog.class);

  @Override
  public void frameworkEvent(FrameworkEvent event) {
    switch (event.getType()) {
      case FrameworkEvent.ERROR -> LOG.error("{}", event.getBundle(), event.getThrowable());
      case FrameworkEvent.WARNING -> LOG.warn("{}", event.getBundle(), event.getThrowable());
      default -> {}
    }
  }
}
