package org.azulejo.admin.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that is done or will be. Safe for many threads. */
public final class Job {
  private static final int MOST_STEPS = 100;

  private final String id;
  private final String what;
  private final String who;
  private final Optional<Key> key;
  private volatile Standing standing;

  /** How far it is. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isEnd() {
      return this == DONE || this == FAILED;
    }
  }

  /**
   * A job at one moment.
   *
   * @param steps what has been done so far, in a few words each
   * @param result a sentence at the end, empty before
   */
  public record Standing(
      State state, List<String> steps, String result, Instant made, Optional<Instant> ended) {}

  /**
   * What a client calls its request, so that sending it again begins no second job.
   *
   * @param who name of the user
   * @param request that the text was used for
   */
  public record Key(String who, String text, String request) {
    boolean isSameText(Key other) {
      return who.equals(other.who) && text.equals(other.text);
    }
  }

  Job(String id, String what, String who, Optional<Key> key, Instant made) {
    this.id = id;
    this.what = what;
    this.who = who;
    this.key = key;
    this.standing = new Standing(State.QUEUED, List.of(), "", made, Optional.empty());
  }

  public String id() {
    return id;
  }

  /** In words. */
  public String what() {
    return what;
  }

  /** Name of the user. */
  public String who() {
    return who;
  }

  Optional<Key> key() {
    return key;
  }

  public Standing standing() {
    return standing;
  }

  void begin() {
    standing = new Standing(State.RUNNING, List.of(), "", standing.made(), Optional.empty());
  }

  void step(String words) {
    var steps = new ArrayList<>(standing.steps());
    if (steps.size() < MOST_STEPS) {
      steps.add(words);
      standing =
          new Standing(State.RUNNING, List.copyOf(steps), "", standing.made(), Optional.empty());
    }
  }

  void end(State state, String result, Instant now) {
    standing = new Standing(state, standing.steps(), result, standing.made(), Optional.of(now));
  }
}
