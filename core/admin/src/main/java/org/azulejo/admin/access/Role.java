package org.azulejo.admin.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user may do; each may do all that those before it may. */
public enum Role {
  /** Look at everything but secrets, users and the audit. */
  VIEWER,
  /** Change layers. */
  OPERATOR,
  /** Change plug-ins and users. */
  ADMIN;

  public boolean holds(Role needed) {
    return compareTo(needed) >= 0;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
