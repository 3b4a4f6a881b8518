package org.azulejo.admin.repository;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.azulejo.admin.exchange.Problem;

/** Where the files of a repository lie. */
interface Shelf {
  /**
   * A file, to be closed; empty if there is none.
   *
   * @param path from the root of the repository
   * @throws Problem with the reason, if it cannot be had
   */
  Optional<InputStream> open(String path) throws Problem, IOException;
}
