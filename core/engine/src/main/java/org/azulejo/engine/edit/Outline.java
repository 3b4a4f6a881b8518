package org.azulejo.engine.edit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a text a JSON value stands, and where what it holds; places are counted in {@code char}.
 *
 * @param end behind its last character
 * @param entries its members or elements, in the order of the text
 */
record Outline(int start, int end, List<Entry> entries) {
  /**
   * A member or an element.
   *
   * @param name of a member; empty for an element
   * @param start of the name, or of the element
   */
  record Entry(String name, int start, Outline value) {
    int end() {
      return value.end;
    }
  }

  /**
   * @throws IOException if the text is no JSON
   */
  static Outline of(String text, JsonMapper mapper) throws IOException {
    // Given as one array, and not piece by piece, so that the parser never counts from anew.
    try (JsonParser parser = mapper.createParser(text.toCharArray())) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static Outline value(JsonParser parser) throws IOException {
    int start = start(parser);
    List<Entry> entries = entries(parser);
    parser.finishToken();
    return new Outline(start, (int) parser.currentLocation().getCharOffset(), entries);
  }

  private static List<Entry> entries(JsonParser parser) throws IOException {
    var entries = new ArrayList<Entry>();
    if (parser.currentToken().isStructStart()) {
      while (!parser.nextToken().isStructEnd()) {
        entries.add(entry(parser));
      }
    }
    return entries;
  }

  private static Entry entry(JsonParser parser) throws IOException {
    int start = start(parser);
    if (parser.currentToken() != JsonToken.FIELD_NAME) {
      return new Entry("", start, value(parser));
    }
    String name = parser.currentName();
    parser.nextToken();
    return new Entry(name, start, value(parser));
  }

  private static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset();
  }
}
