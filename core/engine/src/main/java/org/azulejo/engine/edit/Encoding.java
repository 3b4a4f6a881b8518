package org.azulejo.engine.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import org.azulejo.operation.RefusedException;

/**
 * How a text lies in a file: in UTF-8, with or without a byte order mark. Jackson reads UTF-16,
 * too, but nobody writes configurations in it.
 */
record Encoding(boolean hasMark) {
  private static final String MARK = "\uFEFF";

  static Encoding of(byte[] bytes) throws RefusedException {
    return new Encoding(whole(bytes).startsWith(MARK));
  }

  /** The text without its byte order mark. */
  static String text(byte[] bytes) throws RefusedException {
    String whole = whole(bytes);
    return whole.startsWith(MARK) ? whole.substring(1) : whole;
  }

  private static String whole(byte[] bytes) throws RefusedException {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // said below
    }
    throw new RefusedException(
        "The configuration is not in UTF-8; it has to be saved in UTF-8 before it can be edited"
            + " here.");
  }

  byte[] bytes(String text) throws RefusedException {
    try {
      ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(hasMark ? MARK + text : text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new RefusedException(
          "The text has half a character in it, a surrogate without its other half.", e);
    }
  }
}
