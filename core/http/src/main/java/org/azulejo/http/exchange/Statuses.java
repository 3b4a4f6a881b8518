package org.azulejo.http.exchange;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.UpstreamException;
import org.azulejo.api.UpstreamTimeoutException;
import org.azulejo.layer.LayerFailedException;
import org.azulejo.layer.LayerWaitingException;

/** The one place that decides which status a request ends with when it is not granted. */
public final class Statuses {
  private static final int LONGEST_PATH_SHOWN = 200;

  private Statuses() {}

  public static Fault badPath(String rawPath) {
    String shown = rawPath.substring(0, Math.min(rawPath.length(), LONGEST_PATH_SHOWN));
    return new Fault(
        400,
        "Bad path: \"%s\". I was expecting something more like \"/example/0/0/0.png\"."
            .formatted(shown));
  }

  public static Fault badCallback() {
    return new Fault(400, "The callback is not the name of a JavaScript function.");
  }

  public static Fault noFormat(String layer, String extension) {
    return new Fault(404, "The layer \"%s\" has no .%s tiles.".formatted(layer, extension));
  }

  public static Fault noScale(String layer) {
    return new Fault(404, "The layer \"%s\" has no @2x tiles.".formatted(layer));
  }

  public static Fault broken() {
    return new Fault(500, "This could not be done; the server's log says why.");
  }

  public static Fault noKey(String layer) {
    return new Fault(401, "The layer \"%s\" asks for a key.".formatted(layer));
  }

  public static Fault wrongKey(String layer) {
    return new Fault(403, "The layer \"%s\" is not for this key, or no longer.".formatted(layer));
  }

  public static Fault badMethod(String allowed) {
    return new Fault(405, "Only %s are understood here.".formatted(allowed));
  }

  /** The fault that an exception amounts to. Only what is meant for clients is told to them. */
  public static Fault of(Throwable problem) {
    if (isWrapping(problem)) {
      return of(problem.getCause());
    } else if (problem instanceof Refusal refusal) {
      return refusal.fault();
    } else if (problem instanceof LayerWaitingException) {
      return new Fault(503, problem.getMessage(), 10);
    } else if (problem instanceof RejectedExecutionException) {
      return new Fault(503, "The server is busy.", 1);
    } else if (problem instanceof UpstreamTimeoutException) {
      return new Fault(504, problem.getMessage());
    } else if (problem instanceof UpstreamException) {
      return new Fault(502, problem.getMessage());
    } else if (problem instanceof LayerFailedException
        || problem instanceof ConfigurationException) {
      return new Fault(500, problem.getMessage());
    }
    return new Fault(500, "The tile could not be made; the server's log says why.");
  }

  private static boolean isWrapping(Throwable problem) {
    return problem.getCause() != null
        && (problem instanceof ExecutionException || problem instanceof CompletionException);
  }
}
