package org.azulejo.admin.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.azulejo.web.WebRequest;

/** Reads the body of a request, within bounds. */
public final class Body {
  private Body() {}

  /**
   * The body as text in UTF-8.
   *
   * @param most bytes
   * @throws Problem 413 if it is longer, 400 if it breaks off or is no UTF-8
   */
  public static String text(WebRequest request, int most) throws Problem {
    return text(read(request.body(), most));
  }

  static byte[] read(InputStream in, int most) throws Problem {
    try {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooLong("body", most);
      }
      return bytes;
    } catch (IOException e) {
      throw broken("body", e);
    }
  }

  static String text(byte[] bytes) throws Problem {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(400, "The body is no UTF-8.");
    }
  }

  /** What to say of something that is longer than that many bytes. */
  public static Problem tooLong(String what, long most) {
    return new Problem(
        413, "The %s is too long; at most %d bytes are taken.".formatted(what, most));
  }

  /** What to say of something that could not be read to its end. */
  public static Problem broken(String what, IOException e) {
    return new Problem(
        413,
        "The %s is longer than the server takes, or broke off: %s".formatted(what, e.getMessage()));
  }

  /** The media type of the body in lower case, without parameters; empty if it has none. */
  public static String mediaType(WebRequest request) {
    String type = request.header("content-type").orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws Problem 415 if the body is of another type
   */
  public static void require(WebRequest request, String... mediaTypes) throws Problem {
    List<String> known = List.of(mediaTypes);
    if (!known.contains(mediaType(request))) {
      throw new Problem(415, "Send the body as %s.".formatted(String.join(" or ", known)));
    }
  }
}
