package org.azulejo.cache.disk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.azulejo.api.ConfigurationException;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskFactoryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | test.path: a text is required here, and missing.",
        "{'path': 'http://x/y'} | test.path: \"http://x/y\" must be a local path",
        "{'path': 'x', 'dirs': 'deep'} | test.dirs: expected safe, portable or quadtile, found \"deep\".",
        "{'path': 'x', 'umask': '0088'} | test.umask: expected octal digits such as \"0022\", found \"0088\".",
        "{'path': 'x', 'umask': '7777'} | test.umask: expected octal digits",
        "{'path': 'x', 'umask': -1} | test.umask: expected octal digits",
        "{'path': 'x', 'gzip': {}} | test.gzip: expected a text",
        "{'path': 'x', 'limit': 0} | test.limit: expected 1 or more, found 0.",
        "{'path': 'x', 'limit': 'much'} | test.limit: expected a number"
      })
  void whatCannotBeUsedIsSaidInASentence(String options, String sentence) {
    assertThatThrownBy(() -> new DiskFactory().create(TestOptions.of(options)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'limit': 1} | test.path: a text is required here, and missing.",
        "{'path': 'x'} | test.limit: a number is required here, and missing.",
        "{'path': 'x', 'limit': 1, 'umask': 512} | test.umask: expected octal digits",
        "{'path': 'x', 'limit': 1, 'umask': -1} | test.umask: expected octal digits"
      })
  void soItIsForTheOtherName(String options, String sentence) {
    assertThatThrownBy(() -> new LimitedDiskFactory().create(TestOptions.of(options)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(sentence);
  }
}
