package org.azulejo.admin.room;

import org.azulejo.admin.exchange.Problem;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;

/** The one place that turns what went wrong into a status. */
final class Problems {
  private Problems() {}

  static Problem of(Exception e) {
    if (e instanceof Problem problem) {
      return problem;
    } else if (e instanceof ConflictException) {
      return new Problem(412, sentence(e));
    } else if (e instanceof RefusedException) {
      return new Problem(422, sentence(e));
    }
    return new Problem(500, "Something went wrong; the log of the server says what.");
  }

  private static String sentence(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
