package org.azulejo.engine.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;

/** The last edits made here. For one thread at a time. */
final class History {
  private static final int MOST_EDITS = 20;

  private final Deque<Edit> edits = new ArrayDeque<>();

  private record Edit(Version before, Version after) {}

  void add(Version before, Version after) {
    if (edits.size() == MOST_EDITS) {
      edits.removeLast();
    }
    edits.addFirst(new Edit(before, after));
  }

  /** Whether this is what the last edit made, so that it can be undone. */
  boolean leadsTo(Version version) {
    return !edits.isEmpty() && edits.getFirst().after.isSameAs(version);
  }

  /**
   * What was there before the last edit.
   *
   * @throws ConflictException if somebody else has made another of it since
   * @throws RefusedException if there is none
   */
  Version before(Version version) throws RefusedException {
    if (edits.isEmpty()) {
      throw new RefusedException(
          "There is nothing to undo: nothing has been edited here since the server was started, or"
              + " all of it is undone.");
    }
    if (!leadsTo(version)) {
      throw new ConflictException(
          "Somebody else has changed the configuration since the last edit made here; to undo that"
              + " edit would undo theirs, too.");
    }
    return edits.getFirst().before;
  }

  void forgetLast() {
    edits.removeFirst();
  }
}
