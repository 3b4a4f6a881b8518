package org.azulejo.admin.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.azulejo.web.WebAnswer;

/** Makes answers. */
public final class Answers {
  private Answers() {}

  /**
   * @param value maps, lists, texts, numbers and flags
   */
  public static WebAnswer json(int status, Object value) {
    return WebAnswer.of(status, Json.MEDIA_TYPE, Json.write(value) + "\n");
  }

  public static WebAnswer html(int status, String page) {
    return WebAnswer.of(status, "text/html; charset=utf-8", page);
  }

  public static WebAnswer plain(int status, String sentence) {
    return WebAnswer.of(status, "text/plain; charset=utf-8", sentence + "\n");
  }

  /** Nothing more to say. */
  public static WebAnswer empty(int status) {
    return new WebAnswer(status, "text/plain; charset=utf-8", new byte[0], Map.of());
  }

  /** Go and look there, after a form was sent. */
  public static WebAnswer seeOther(String location) {
    return with(empty(303), "Location", location);
  }

  /** The same answer with one more header. */
  public static WebAnswer with(WebAnswer answer, String name, String value) {
    var headers = new LinkedHashMap<>(answer.headers());
    headers.put(name, List.of(value));
    return new WebAnswer(answer.status(), answer.mediaType(), answer.body(), Map.copyOf(headers));
  }
}
