package org.azulejo.admin.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.azulejo.web.WebRequest;

/**
 * What a form of a page sends.
 *
 * @param fields by name; of several with one name, the last
 * @param file that is sent along, to be read after the fields
 */
public record Form(Map<String, String> fields, Optional<Multipart.Part> file) {
  /** For all fields together. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int MOST_SHORT_BYTES = 1 << 14;
  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final int MOST_FIELDS = 2000;

  /**
   * Reads all but the file.
   *
   * @throws Problem 413 if it is too long, 415 if it is no form, 400 if it is broken
   */
  public static Form read(WebRequest request) throws Problem {
    return Body.mediaType(request).equals(Multipart.MEDIA_TYPE)
        ? new Multipart(request, MOST_BYTES).form()
        : plain(request, MOST_BYTES);
  }

  /** The same of a short form without a file, as anybody may send it. */
  public static Form readShort(WebRequest request) throws Problem {
    return plain(request, MOST_SHORT_BYTES);
  }

  private static Form plain(WebRequest request, int most) throws Problem {
    Body.require(request, URL_ENCODED);
    return new Form(fields(Body.text(request, most)), Optional.empty());
  }

  private static Map<String, String> fields(String body) throws Problem {
    var fields = new LinkedHashMap<String, String>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        put(
            fields,
            Urls.unescape(pair.substring(0, equals)),
            Urls.unescape(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  /** Browsers send line ends as CR and LF. */
  static void put(Map<String, String> fields, String name, String value) throws Problem {
    if (fields.size() >= MOST_FIELDS) {
      throw new Problem(413, "The form has too many fields.");
    }
    fields.put(name, value.replace("\r\n", "\n"));
  }

  /** The value of a field; empty if it was not sent. */
  public String text(String name) {
    return fields.getOrDefault(name, "");
  }
}
