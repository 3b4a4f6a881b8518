package org.azulejo.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers all requests below a path. A service with the property {@code azulejo.web.prefix}, such
 * as {@code /admin/}. Called by a few threads of its own, never by those that serve tiles.
 */
@ConsumerType
@FunctionalInterface
public interface WebRoom {
  /** The service property that holds the path: it starts and ends with a slash. */
  String PREFIX = "azulejo.web.prefix";

  /**
   * The answer; an exception is answered 500 and logged.
   *
   * @param request whose body can be read until this returns
   */
  WebAnswer answer(WebRequest request) throws Exception;
}
