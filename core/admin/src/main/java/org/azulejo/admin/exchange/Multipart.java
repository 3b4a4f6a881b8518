package org.azulejo.admin.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.azulejo.web.WebRequest;

/** A form with a file, as of RFC 7578. What follows the first file is not looked at. */
public final class Multipart {
  static final String MEDIA_TYPE = "multipart/form-data";

  private static final int MOST_HEADER = 4096;
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i);\\s*boundary=(?:\"([^\"\r\n]{1,70})\"|([^\\s;\"]{1,70}))");
  private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");

  private final InputStream in;
  private final byte[] delimiter;
  private int left;

  /**
   * A file.
   *
   * @param name that it has with its sender
   * @param content to be read once
   */
  public record Part(String name, InputStream content) {}

  Multipart(WebRequest request, int mostBytes) throws Problem {
    Matcher boundary = BOUNDARY.matcher(request.header("content-type").orElse(""));
    if (!boundary.find()) {
      throw new Problem(400, "The form does not say where its parts end.");
    }
    String text = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
    delimiter = ("\r\n--" + text).getBytes(StandardCharsets.UTF_8);
    in = new BufferedInputStream(request.body());
    left = mostBytes;
  }

  /** The fields up to the first file, and that file. */
  Form form() throws Problem {
    try {
      // The first delimiter has no line end before it.
      new Delimited(in, delimiter, 2).transferTo(OutputStream.nullOutputStream());
      var fields = new LinkedHashMap<String, String>();
      Optional<Part> file = Optional.empty();
      while (file.isEmpty() && hasNext()) {
        file = next(fields);
      }
      return new Form(fields, file);
    } catch (IOException e) {
      throw Body.broken("body", e);
    }
  }

  /** After a delimiter comes a line end, or two hyphens if it was the last. */
  private boolean hasNext() throws IOException, Problem {
    int first = in.read();
    int second = in.read();
    if (first == '\r' && second == '\n' || first == '-' && second == '-') {
      return first == '\r';
    }
    throw new Problem(400, "The form breaks off, or its parts do not end as they should.");
  }

  private Optional<Part> next(Map<String, String> fields) throws IOException, Problem {
    String header = header();
    String name = first(NAME, header).orElse("");
    Optional<String> fileName = first(FILE, header);
    var content = new Delimited(in, delimiter, 0);
    if (fileName.isPresent()) {
      return Optional.of(new Part(fileName.get(), content));
    }
    byte[] value = Body.read(content, left);
    left -= value.length;
    Form.put(fields, name, Body.text(value));
    return Optional.empty();
  }

  private String header() throws IOException, Problem {
    var header = new StringBuilder("\r\n");
    while (!header.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 || header.length() > MOST_HEADER) {
        throw new Problem(400, "The form breaks off, or a header in it is too long.");
      }
      header.append((char) next);
    }
    byte[] bytes = header.toString().getBytes(StandardCharsets.ISO_8859_1);
    return disposition(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String disposition(String header) {
    return header
        .lines()
        .filter(line -> line.regionMatches(true, 0, "content-disposition:", 0, 20))
        .findFirst()
        .orElse("");
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
