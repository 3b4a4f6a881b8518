package org.azulejo.admin.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who has logged in with a browser. Safe for many threads.
 *
 * <p>A script on another site can make the browser send the cookie, at worst, but not what only our
 * pages know: the {@code csrf} token.
 */
public final class Session {
  static final Duration IDLE = Duration.ofMinutes(30);
  static final Duration ABSOLUTE = Duration.ofHours(12);

  private final User user;
  private final String csrf;
  private final Instant begun;
  private volatile Instant used;

  Session(User user, String csrf, Instant begun) {
    this.user = user;
    this.csrf = csrf;
    this.begun = begun;
    this.used = begun;
  }

  /** As the user was at the login. */
  User user() {
    return user;
  }

  /** What every change that is asked for must be sent with. */
  public String csrf() {
    return csrf;
  }

  /** Whether this is its token. */
  public boolean holds(String token) {
    return Tokens.areSame(csrf, token);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(used.plus(IDLE)) || !now.isBefore(begun.plus(ABSOLUTE));
  }

  void use(Instant now) {
    used = now;
  }

  Instant used() {
    return used;
  }
}
