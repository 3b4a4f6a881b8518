package org.azulejo.admin.rest;

import java.io.IOException;
import org.azulejo.admin.desk.ConfigurationDesk;
import org.azulejo.admin.exchange.Problem;
import org.azulejo.admin.room.Call;

/** Finds out which text of the configuration an edit is made to. */
final class Precondition {
  private static final String ANY = "*";

  private Precondition() {}

  /**
   * What {@code If-Match} names: a fingerprint, or {@code *} for whichever it is.
   *
   * @throws Problem 428 if it is not there
   */
  static String fingerprint(Call call, ConfigurationDesk desk) throws Problem, IOException {
    String named =
        call.match()
            .orElseThrow(
                () ->
                    new Problem(
                        428,
                        "Say which text this edit is made to: If-Match with the ETag of GET"
                            + " /admin/api/configuration, or * for whichever it is now."));
    return named.equals(ANY) ? desk.read().fingerprint() : named;
  }
}
