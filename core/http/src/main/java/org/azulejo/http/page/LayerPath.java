package org.azulejo.http.page;

import java.util.Optional;

/** The layer that a path is about, of those that are no tiles. Layers begin as words do. */
final class LayerPath {
  private static final String DOCUMENT = ".json";
  private static final String PAGE = "preview.html";

  private LayerPath() {}

  /** Of {@code /layer/} and {@code /layer/preview.html}. */
  static Optional<String> ofPreview(String path) {
    int end = path.lastIndexOf('/');
    String file = path.substring(end + 1);
    return file.isEmpty() || file.equals(PAGE) ? name(path, end) : Optional.empty();
  }

  /** Of {@code /layer.json}. */
  static Optional<String> ofDocument(String path) {
    return path.endsWith(DOCUMENT)
        ? name(path, path.length() - DOCUMENT.length())
        : Optional.empty();
  }

  private static Optional<String> name(String path, int end) {
    return end > 1 && path.charAt(0) == '/' && isWord(path.charAt(1))
        ? Optional.of(path.substring(1, end))
        : Optional.empty();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
