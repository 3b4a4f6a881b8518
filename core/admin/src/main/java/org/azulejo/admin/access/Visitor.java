package org.azulejo.admin.access;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param name of the user; a hyphen if nobody is known
 * @param session if it is somebody with a browser
 */
public record Visitor(String name, Role role, InetAddress peer, Optional<Session> session) {
  private static final String UNKNOWN = "-";

  /** Somebody unknown, who may do less than a viewer. */
  public static Visitor unknown(InetAddress peer) {
    return new Visitor(UNKNOWN, Role.VIEWER, peer, Optional.empty());
  }

  static Visitor of(User user, InetAddress peer, Optional<Session> session) {
    return new Visitor(user.name(), user.role(), peer, session);
  }

  public boolean isKnown() {
    return !name.equals(UNKNOWN);
  }

  /** What the forms of a page must carry; empty without a session. */
  public String csrf() {
    return session.map(Session::csrf).orElse("");
  }

  public boolean may(Role needed) {
    return role.holds(needed);
  }

  /** Where the request came from. */
  public String from() {
    return peer.getHostAddress();
  }
}
