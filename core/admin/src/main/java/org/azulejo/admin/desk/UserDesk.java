package org.azulejo.admin.desk;

import java.util.List;
import org.azulejo.admin.access.Role;
import org.azulejo.admin.access.User;
import org.azulejo.admin.access.Users;
import org.azulejo.admin.access.Visitor;
import org.azulejo.admin.audit.Audit;
import org.azulejo.admin.exchange.Problem;

/** Manages users. */
public record UserDesk(Users users, Audit audit) {
  public List<User> all() {
    return users.all();
  }

  /**
   * Adds a user.
   *
   * @param role its word
   * @return the token, which nobody can ask for again
   */
  public String add(Visitor by, String name, String role) throws Exception {
    return audit.watch(
        by, "add the user \"%s\" as %s".formatted(name, role), () -> users.add(name, role(role)));
  }

  /** Removes a user; the token and all sessions end at once. */
  public void remove(Visitor by, String name) throws Exception {
    audit.watch(
        by,
        "remove the user \"%s\"".formatted(name),
        () -> {
          users.remove(name);
          return name;
        });
  }

  private static Role role(String word) throws Problem {
    return Role.of(word)
        .orElseThrow(
            () -> new Problem(422, "A role is viewer, operator or admin, not \"" + word + "\"."));
  }
}
