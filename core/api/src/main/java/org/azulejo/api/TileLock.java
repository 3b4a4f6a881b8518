package org.azulejo.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A lock that is held, until it is closed. Closing again does nothing. */
@ConsumerType
@FunctionalInterface
public interface TileLock extends AutoCloseable {
  @Override
  void close() throws Exception;
}
