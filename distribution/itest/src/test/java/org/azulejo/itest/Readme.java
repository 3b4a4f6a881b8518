package org.azulejo.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the README shows. */
record Readme(String text) {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  static Readme ofCheckout() throws IOException {
    return new Readme(Files.readString(Home.CHECKOUT.resolve("README.md")));
  }

  /** Every block of a language, as it stands. */
  List<String> blocks(String language) {
    return all(language).toList();
  }

  /** The first block of a language that holds these words. */
  String block(String language, String words) {
    return all(language)
        .filter(block -> block.contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The README shows no " + language + ": " + words));
  }

  private Stream<String> all(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(found -> found.group(1).equals(language))
        .map(found -> found.group(2));
  }
}
