package org.azulejo.cache.objectstore;

import java.util.Map;

/** What one kind of store wants said, and says, differently from others. Safe for many threads. */
public interface Protocol {
  /** What a bucket is called there, for messages. */
  String noun();

  /** The headers that every such request must have, beside those of who asks. */
  Map<String, String> headers(String method);

  /** The header of an answer that differs between different values of an object. */
  String versionHeader();

  /** The header of a request that is only fulfilled if there is no such object. */
  Map<String, String> ifAbsent();

  /** The header of a request that is only fulfilled if the object has still this version. */
  Map<String, String> ifStill(String version);

  /** What a refusal means to us. */
  Meaning meaning(Refusal refusal);

  /**
   * A refusal in sentences for whoever can mend it.
   *
   * @param bucket its name
   */
  String complaint(Refusal refusal, String bucket);

  /** What becomes of a request that a store refuses. */
  enum Meaning {
    /** There is no such object; where there is no bucket, there is more to say. */
    ABSENT,
    /** The condition of the request does not hold, or somebody else was quicker. */
    UNMET,
    /** Whatever it is asked, it will refuse until somebody mends that. */
    LASTING,
    /** It refuses this one. */
    SINGLE
  }
}
