package org.azulejo.admin.exchange;

import java.util.Map;

/** A request is not granted; the message is a sentence for whoever sent it. */
public final class Problem extends Exception {
  private final int status;
  private final transient Map<String, String> headers;

  /**
   * @param status of HTTP
   */
  public Problem(int status, String sentence) {
    this(status, sentence, Map.of());
  }

  public Problem(int status, String sentence, Map<String, String> headers) {
    super(sentence, null, false, false);
    this.status = status;
    this.headers = Map.copyOf(headers);
  }

  public int status() {
    return status;
  }

  /** To go with the answer. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Whether it is about who asks, and not about what is asked for. */
  public boolean isRefusal() {
    return status == 401 || status == 403 || status == 429;
  }
}
