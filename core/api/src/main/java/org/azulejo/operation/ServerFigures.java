package org.azulejo.operation;

import org.osgi.annotation.versioning.ProviderType;

/** How the web server fares now. A service; safe for many threads. */
@ProviderType
public interface ServerFigures {
  /** Connections that are open. */
  int connections();

  /** Requests that are not answered yet. */
  int requests();

  /** Requests that wait for a thread. */
  int queued();

  /** Requests that wait for a plug-in. */
  int parked();

  /** Requests that were turned away since the start, for there were too many. */
  long refused();
}
