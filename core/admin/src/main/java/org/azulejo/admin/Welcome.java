package org.azulejo.admin;

import java.io.IOException;
import java.nio.file.Path;
import org.azulejo.admin.access.OwnersFile;
import org.azulejo.admin.access.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the first token: in the log and, for scripts, in a file that nobody but the owner can read;
 * where there can be no such file, there is none.
 *
 * @param beside which file it is to lie
 */
record Welcome(Path beside) implements Users.Welcome {
  private static final Logger log = LoggerFactory.getLogger(Welcome.class);

  @Override
  public void token(String token) {
    log.info("The token of the user admin of the console, shown only now: {}", token);
    keep(token);
  }

  private void keep(String token) {
    var file = new OwnersFile(beside.resolveSibling("admin.token"));
    try {
      if (file.canBePrivate()) {
        file.write(token + "\n");
        log.info("It is in {} as well; remove that file if you do not need it.", file.path());
      }
    } catch (IOException e) {
      log.warn("The token could not be kept in {}.", file.path(), e);
    }
  }
}
