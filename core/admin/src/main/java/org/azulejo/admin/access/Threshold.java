package org.azulejo.admin.access;

import java.util.List;
import java.util.regex.Pattern;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.web.WebRequest;

/**
 * Decides whether a request is looked at, before anybody asks who sent it. Unless the console is
 * open to other machines, it must come from this one and call it by its own name: a page elsewhere
 * whose host name was made to lead here, or a proxy that passes on what comes from outside, gives
 * itself away.
 *
 * @param isRemote whether the console is open to other machines
 */
public record Threshold(boolean isRemote) {
  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
  private static final Pattern PROXY = Pattern.compile("via|forwarded|x-forwarded-.*|x-real-ip");

  /**
   * @throws Problem 403 if not
   */
  public void check(WebRequest request) throws Problem {
    if (isRemote) {
      return;
    }
    if (!request.isLoopback()) {
      throw new Problem(
          403, "The console answers on the machine that it runs on, and nowhere else.");
    } else if (request.header("host").filter(LOOPBACK.asMatchPredicate()).isEmpty()) {
      throw new Problem(
          403, "The console answers to the names localhost, 127.0.0.1 and [::1] only.");
    } else if (request.headers().keySet().stream().anyMatch(PROXY.asMatchPredicate())) {
      throw new Problem(403, "The console does not answer through a proxy.");
    }
  }

  /**
   * Whether a change comes from a page of ours, as far as the browser tells.
   *
   * @throws Problem 403 if it tells otherwise
   */
  public void checkOrigin(WebRequest request) throws Problem {
    boolean isOurs =
        request.headers().getOrDefault("origin", List.of()).stream()
            .allMatch(origin -> isHost(request, origin.replaceFirst("(?i)^https?://", "")));
    boolean isSameSite =
        request.headers().getOrDefault("sec-fetch-site", List.of()).stream()
            .allMatch(site -> site.equals("same-origin") || site.equals("none"));
    if (!isOurs || !isSameSite) {
      throw new Problem(403, "This was sent by a page of another site; nothing is done.");
    }
  }

  private boolean isHost(WebRequest request, String origin) {
    return request.header("host").filter(origin::equalsIgnoreCase).isPresent()
        || isRemote
            && request.header("x-forwarded-host").filter(origin::equalsIgnoreCase).isPresent();
  }
}
