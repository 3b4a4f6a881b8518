package org.azulejo.engine.edit;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.azulejo.engine.configuration.Base;
import org.azulejo.engine.configuration.ConfigurationSource;
import org.azulejo.operation.ConfigurationFile.LayerVerdict;
import org.azulejo.operation.ConfigurationFile.Text;
import org.azulejo.operation.ConfigurationFile.Verdict;
import org.azulejo.operation.ConflictException;
import org.azulejo.operation.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorTest {
  private static final String TEXT =
      """
      // by hand
      {
        "layers": {
          "a": {"provider": {"name": "x"}} // the first
        }
      }
      """;

  @TempDir private Path folder;
  private Path file;
  private ConfigurationSource source;
  private Verdict verdict = new Verdict(Optional.empty(), List.of());
  private final Set<String> active = new HashSet<>();
  private Editor editor;

  @BeforeEach
  void createEditor() throws IOException {
    file = Files.writeString(folder.resolve("azulejo.json"), TEXT);
    source = ConfigurationSource.of(file.toString());
    editor = new Editor(() -> source, this::rehearse, active::contains);
  }

  private Verdict rehearse(String json, Base base) {
    assertThat(base).isEqualTo(Base.of(file.toAbsolutePath().getParent()));
    return verdict;
  }

  private String now() throws Exception {
    return editor.read().fingerprint();
  }

  private static void refuses(Edit edit, String words) {
    assertThatThrownBy(edit::make)
        .isExactlyInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  private static void collides(Edit edit) {
    assertThatThrownBy(edit::make).isInstanceOf(ConflictException.class);
  }

  private interface Edit {
    void make() throws Exception;
  }

  @Test
  void aLayerIsPutAndRemovedAndEverythingElseStays() throws Exception {
    Text added = editor.putLayer(now(), "b/\"ü\"", "{\"provider\": {\"name\": \"y\"},}");
    String expected =
        TEXT.replace(
            "}} // the first",
            "}}, // the first\n    \"b/\\\"ü\\\"\": {\"provider\": {\"name\": \"y\"}}");
    assertThat(added.json()).isEqualTo(expected);
    assertThat(file).hasContent(expected);
    assertThat(editor.read()).isEqualTo(added);
    assertThat(editor.removeLayer(added.fingerprint(), "b/\"ü\"").json()).isEqualTo(TEXT);
    assertThat(file).hasContent(TEXT);
  }

  @Test
  void aChangedLayerChangesNoMoreThanItMust() throws Exception {
    editor.putLayer(now(), "a", "{\"provider\":{\"name\":\"z\"}}");
    assertThat(file).hasContent(TEXT.replace("\"x\"", "\"z\""));
  }

  @Test
  void fingerprintsDifferBetweenTextsOnly() throws Exception {
    String first = now();
    assertThat(now()).isEqualTo(first);
    String second = editor.putLayer(first, "b", "{}").fingerprint();
    assertThat(second).isNotEqualTo(first);
    assertThat(editor.undo(second).fingerprint()).isEqualTo(first);
  }

  @Test
  void anEditByHandInBetweenIsAConflictAndStays() throws Exception {
    String seen = now();
    String byHand = TEXT.replace("by hand", "by another hand");
    Files.writeString(file, byHand);
    collides(() -> editor.write(seen, "{}"));
    collides(() -> editor.putLayer(seen, "b", "{}"));
    collides(() -> editor.removeLayer(seen, "a"));
    collides(() -> editor.undo(seen));
    assertThat(file).hasContent(byHand);
    editor.putLayer(now(), "b", "{}");
    assertThat(file).content().contains("by another hand", "\"b\"");
  }

  @Test
  void ofManyEditsToOneTextOneIsMadeAndNoneIsLostUnheard() throws Exception {
    String seen = now();
    var done = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> edits =
          IntStream.range(0, 8)
              .<Future<?>>mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            try {
                              editor.putLayer(seen, "new " + i, "{}");
                              done.incrementAndGet();
                            } catch (ConflictException e) {
                              // as it should
                            }
                            return null;
                          }))
              .toList();
      for (Future<?> edit : edits) {
        edit.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(done).hasValue(1);
    assertThat(editor.read().json().split("\"new ", -1)).hasSize(2);
  }

  @Test
  void editsAreUndoneOneAfterTheOther() throws Exception {
    assertThat(editor.read().canUndo()).isFalse();
    refuses(() -> editor.undo(now()), "nothing to undo");
    Text one = editor.putLayer(now(), "b", "{}");
    Text two = editor.write(one.fingerprint(), "{}");
    assertThat(two.canUndo()).isTrue();
    assertThat(editor.undo(two.fingerprint())).isEqualTo(one);
    assertThat(editor.undo(one.fingerprint()).canUndo()).isFalse();
    assertThat(file).hasContent(TEXT);
    refuses(() -> editor.undo(now()), "nothing to undo");
  }

  @Test
  void whatSomebodyElseHasChangedSinceIsNotUndone() throws Exception {
    editor.putLayer(now(), "b", "{}");
    Files.writeString(file, TEXT);
    assertThat(editor.read().canUndo()).isFalse();
    collides(() -> editor.undo(now()));
    assertThat(file).hasContent(TEXT);
  }

  @Test
  void theLastTwentyEditsCanBeUndone() throws Exception {
    for (int i = 0; i < 25; i++) {
      editor.putLayer(now(), "new " + i, "{}");
    }
    for (int i = 0; i < 20; i++) {
      editor.undo(now());
    }
    assertThat(editor.read().canUndo()).isFalse();
    assertThat(file).content().contains("new 4").doesNotContain("new 5");
  }

  @Test
  void anEditOfAnotherFileIsNotUndoneInThisOne() throws Exception {
    String after = editor.putLayer(now(), "b", "{}").json();
    Path other = Files.writeString(folder.resolve("other.json"), after);
    source = ConfigurationSource.of(other.toString());
    assertThat(editor.read().canUndo()).isFalse();
    collides(() -> editor.undo(now()));
  }

  @Test
  void anEditThatChangesNothingIsNone() throws Exception {
    verdict = new Verdict(Optional.of("never asked"), List.of());
    Object before = Files.getAttribute(file, "fileKey");
    assertThat(editor.write(now(), TEXT).canUndo()).isFalse();
    editor.putLayer(now(), "a", "{\"provider\": {\"name\": \"x\"}}");
    assertThat(Files.getAttribute(file, "fileKey")).isEqualTo(before);
  }

  @Test
  void whatWouldBreakAWorkingLayerIsRefusedWithTheReason() throws Exception {
    active.add("a");
    verdict =
        new Verdict(
            Optional.empty(),
            List.of(
                new LayerVerdict("new", "failed", "It is new.", List.of()),
                new LayerVerdict("a", "failed", "There is no x.", List.of())));
    refuses(
        () -> editor.putLayer(now(), "b", "{}"),
        "The layer \"a\" works now and would fail: There is no x.");
    refuses(() -> editor.write(now(), "{}"), "would fail");
    assertThat(file).hasContent(TEXT);
  }

  @Test
  void alayerMayWaitAndOneThatDoesNotWorkMayFail() throws Exception {
    active.add("a");
    verdict =
        new Verdict(
            Optional.empty(),
            List.of(
                new LayerVerdict("new", "failed", "It is new.", List.of()),
                new LayerVerdict("a", "waiting", "Waits for x.", List.of())));
    editor.putLayer(now(), "b", "{}");
    assertThat(file).content().contains("\"b\"");
  }

  @Test
  void whatCannotBeReadIsRefusedWithTheReason() throws Exception {
    verdict = new Verdict(Optional.of("line 1, column 2: oops"), List.of());
    refuses(() -> editor.write(now(), "{"), "line 1, column 2: oops");
    assertThat(file).hasContent(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "\"text\"", "{} {}", "{", "{\"password\": hunter2}"})
  void aSectionThatIsNoObjectIsRefused(String section) throws Exception {
    assertThatThrownBy(() -> editor.putLayer(now(), "a", section))
        .isExactlyInstanceOf(RefusedException.class)
        .hasMessageContaining("section of")
        .hasMessageNotContaining("hunter2");
    assertThat(file).hasContent(TEXT);
  }

  @Test
  void aLayerThatIsNotThereCannotBeRemoved() throws Exception {
    refuses(() -> editor.removeLayer(now(), "provider"), "There is no layer \"provider\".");
    Files.writeString(file, "{}");
    refuses(() -> editor.removeLayer(now(), "a"), "There is no layer");
    assertThat(file).hasContent("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"layers\": []}", "{\"layers\": null}"})
  void aBrokenTextIsMendedAsAWholeOnly(String broken) throws Exception {
    Files.writeString(file, broken);
    refuses(() -> editor.putLayer(now(), "a", "{}"), "mended as a whole");
    refuses(() -> editor.removeLayer(now(), "a"), "mended as a whole");
    assertThat(file).hasContent(broken);
    Text mended = editor.write(now(), TEXT);
    assertThat(file).hasContent(TEXT);
    assertThat(editor.undo(mended.fingerprint()).json()).isEqualTo(broken);
  }

  @Test
  void lineEndsAndByteOrderMarkAreKeptWhateverIsWritten() throws Exception {
    String windows = "\uFEFF" + TEXT.replace("\n", "\r\n");
    Files.writeString(file, windows);
    Text text = editor.read();
    assertThat(text.json()).isEqualTo(windows.substring(1));
    text = editor.write(text.fingerprint(), TEXT.replace("first", "second"));
    assertThat(Files.readString(file)).isEqualTo(windows.replace("first", "second"));
    editor.putLayer(text.fingerprint(), "b", "{}");
    assertThat(Files.readString(file)).startsWith("\uFEFF// by hand\r\n").contains("\"b\": {}\r\n");
  }

  @Test
  void aTextOfManyKindsOfLineEndsIsWrittenAsItIsGiven() throws Exception {
    Files.writeString(file, "{\r\n\n}");
    editor.write(now(), "{\n\r\n}\r");
    assertThat(Files.readString(file)).isEqualTo("{\n\r\n}\r");
  }

  @Test
  void otherEncodingsAreLeftAlone() throws Exception {
    for (byte[] bytes : List.of("{}".getBytes(UTF_16), new byte[] {'{', (byte) 0xFC, '}'})) {
      Files.write(file, bytes);
      refuses(() -> editor.read(), "UTF-8");
      assertThat(file).hasBinaryContent(bytes);
    }
    Files.writeString(file, TEXT);
    refuses(() -> editor.write(now(), "{\"\uD83D\": 1}"), "half a character");
    refuses(() -> editor.putLayer(now(), "b", "{\"c\": \"\\ud83d\"}"), "half a character");
    assertThat(file).hasContent(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"layers\": {}}", "http://127.0.0.1:9/azulejo.json", "ftp://nowhere"})
  void whatIsNoFileCannotBeEdited(String setting) {
    source = ConfigurationSource.of(setting);
    refuses(() -> editor.read(), "no file of the server's own");
    refuses(() -> editor.putLayer("", "a", "{}"), "no file of the server's own");
  }

  @Test
  void numbersKeepTheirDigits() throws Exception {
    editor.putLayer(
        now(), "b", "{\"c\": 0.12345678901234567890123, \"d\": 1e400, \"e\": 100.0, \"f\": 1.50}");
    assertThat(file)
        .content()
        .contains("{\"c\": 0.12345678901234567890123, \"d\": 1E+400, \"e\": 100.0, \"f\": 1.50}");
  }
}
