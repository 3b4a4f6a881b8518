package org.azulejo.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Options;
import org.azulejo.api.TileCache;
import org.azulejo.engine.fake.MapCache;
import org.azulejo.engine.fake.NamedSource;
import org.azulejo.engine.fake.Sections;
import org.azulejo.engine.projection.Projections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest {
  private static Section section(String json) {
    return Sections.of(json);
  }

  private static void says(ThrowingCallable question, String sentence) {
    assertThatThrownBy(question).isInstanceOf(ConfigurationException.class).hasMessage(sentence);
  }

  @Test
  void whatIsNoObjectIsNoSection() {
    says(() -> section("[1]"), "layers.osm: expected an object { ... }, found a list.");
    says(() -> section("'x'"), "layers.osm: expected an object { ... }, found \"x\".");
    says(() -> section("null"), "layers.osm: expected an object { ... }, found null.");
  }

  @Test
  void textIsTextAndSoAreNumbersAndBooleansAsWritten() {
    Options options = section("{'a': 'x', 'b': 1.50, 'c': true}");
    assertThat(options.text("a")).isEqualTo("x");
    assertThat(options.text("b")).isEqualTo("1.5");
    assertThat(options.text("c")).isEqualTo("true");
    assertThat(options.text("d", "fallback")).isEqualTo("fallback");
  }

  @Test
  void textIsNoObjectAndNoList() {
    Options options = section("{'a': {'password': 'secret'}, 'b': ['secret']}");
    says(() -> options.text("a"), "layers.osm.a: expected a text, found an object.");
    says(() -> options.text("b"), "layers.osm.b: expected a text, found a list.");
    says(() -> options.text("c"), "layers.osm.c: a text is required here, and missing.");
  }

  @Test
  void textsAreOneOrMany() {
    Options options = section("{'a': 'x', 'b': ['y', 2], 'c': null}");
    assertThat(options.texts("a")).containsExactly("x");
    assertThat(options.texts("b")).containsExactly("y", "2");
    assertThat(options.texts("c")).isEmpty();
    assertThat(options.texts("d")).isEmpty();
  }

  @Test
  void numbersMayStandInQuotes() {
    Options options = section("{'a': 7, 'b': '8', 'c': '-2.5', 'd': 10.0}");
    assertThat(options.integer("a")).isEqualTo(7);
    assertThat(options.integer("b")).isEqualTo(8);
    assertThat(options.number("c")).isEqualTo(-2.5);
    assertThat(options.integer("d")).isEqualTo(10);
    assertThat(options.integer("e", 3)).isEqualTo(3);
    assertThat(options.number("e", 0.5)).isEqualTo(0.5);
  }

  @Test
  void wholeNumbersAreCutOffLikeThoseOfTileStacheAndEndWhereJavasDo() {
    Options options = section("{'a': 1.9, 'b': '-1.9', 'c': 1e12, 'd': -99999999999}");
    assertThat(options.integer("a")).isEqualTo(1);
    assertThat(options.integer("b")).isEqualTo(-1);
    assertThat(options.integer("c", 1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(options.integer("d")).isEqualTo(Integer.MIN_VALUE);
  }

  @Test
  void otherThingsAreNoNumbers() {
    Options options = section("{'a': 'many', 'd': true, 'e': 'NaN', 'f': {}}");
    says(() -> options.integer("a"), "layers.osm.a: expected a number, found \"many\".");
    says(() -> options.number("d"), "layers.osm.d: expected a number, found true.");
    says(() -> options.number("e", 1), "layers.osm.e: expected a number, found \"NaN\".");
    says(() -> options.number("f"), "layers.osm.f: expected a number, found an object.");
    says(() -> options.integer("g"), "layers.osm.g: a whole number is required here, and missing.");
    says(() -> options.number("g"), "layers.osm.g: a number is required here, and missing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "'true'", "'Yes'", "'ON'", "'1'", "2.5"})
  void aFlagIsTrue(String json) {
    assertThat(section("{'a': " + json + "}").flag("a", false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "0", "'false'", "'No'", "'off'", "'0'", "''"})
  void aFlagIsFalse(String json) {
    assertThat(section("{'a': " + json + "}").flag("a", true)).isFalse();
  }

  @Test
  void otherThingsAreNoFlags() {
    Options options = section("{'a': 'perhaps', 'b': {}, 'c': []}");
    says(() -> options.flag("a", true), "layers.osm.a: expected true or false, found \"perhaps\".");
    says(() -> options.flag("b", true), "layers.osm.b: expected true or false, found an object.");
    says(() -> options.flag("c", true), "layers.osm.c: expected true or false, found a list.");
    assertThat(options.flag("d", true)).isTrue();
  }

  @Test
  void nullIsAbsent() {
    Options options = section("{'a': null}");
    assertThat(options.has("a")).isFalse();
    assertThat(options.integer("a", 5)).isEqualTo(5);
    assertThat(options.value("a")).isEmpty();
    assertThat(options.section("a")).isEmpty();
    assertThat(options.sections("a")).isEmpty();
  }

  @Test
  void pathsAndLocationsAreResolvedAndComplainOfTheirKey() {
    Options options = section("{'a': 'x/y', 'b': 'ftp://h/x', 'c': 'http://h/x'}");
    assertThat(options.path("a")).isEqualTo(Path.of("x/y").toAbsolutePath());
    assertThat(options.location("c")).isEqualTo(URI.create("http://h/x"));
    says(
        () -> options.path("b"),
        "layers.osm.b: \"ftp://h/x\" must be a local path or start with \"file://\","
            + " not with \"ftp:\".");
    says(
        () -> options.location("b"),
        "layers.osm.b: \"ftp://h/x\" must be a path or a file, http or https address.");
  }

  @Test
  void sectionsWithinKnowWhereTheyAre() {
    Options options = section("{'a': {'b': [{'c': 'x'}, {}]}, 'd': 3}");
    List<Options> listed = options.section("a").orElseThrow().sections("b");
    assertThat(listed)
        .extracting(Options::where)
        .containsExactly("layers.osm.a.b[0]", "layers.osm.a.b[1]");
    says(
        () -> listed.get(1).text("c"),
        "layers.osm.a.b[1].c: a text is required here, and missing.");
    says(() -> options.section("d"), "layers.osm.d: expected an object { ... }, found 3.");
    assertThat(options.sections("a")).extracting(Options::where).containsExactly("layers.osm.a");
  }

  @Test
  void aValueIsPlainJava() {
    Options options = section("{'a': {'b': [1, 'x', true, null, 1.5], 'c': null}}");
    assertThat(options.value("a"))
        .isEqualTo(Optional.of(Map.of("b", List.of(1, "x", true, "", 1.5))));
  }

  @Test
  void keysAreInOrderAndCountAsAskedFor() {
    Section section = section("{'z': 1, 'a': 2}");
    assertThat(section.keys()).containsExactly("z", "a");
    assertThat(section.unknownKeys()).isEmpty();
  }

  @Test
  void keywordArgumentsHaveUnderscoresForSpaces() {
    Section section = section("{'tile_height': 512, 'pixel_effect': [{'name': 'x', 'wrong': 1}]}");
    assertThat(section.integer("tile height", 256)).isEqualTo(512);
    section.sections("pixel effect").forEach(effect -> effect.text("name"));
    assertThat(section.unknownKeys())
        .containsExactly("layers.osm.pixel effect[0].wrong is not used; known here are name.");
  }

  @Test
  void aProjectionIsKnownOrTheKnownOnesAreSaid() {
    Options options = section("{'a': 'wgs84', 'b': 'Mars:Mollweide()'}");
    assertThat(options.projection("a").srs()).startsWith("+proj=longlat");
    says(
        () -> options.projection("b"),
        "layers.osm.b: the projection \"Mars:Mollweide()\" is not known; known are "
            + Projections.KNOWN
            + ".");
  }

  @Test
  void layersAskedForAreRememberedFromEverySection() {
    Section section =
        Sections.of(
            "{'stack': [{'src': 'a'}, {'src': 'b'}], 'x': 'none'}",
            new NamedSource("a"),
            new NamedSource("b"));
    section.sections("stack").forEach(part -> assertThat(part.layer("src").name()).isNotEmpty());
    assertThat(section.asked().layers()).containsExactlyInAnyOrder("a", "b");
    assertThat(section.namesLayer("x")).isFalse();
    says(() -> section.layer("x"), "layers.osm.x: there is no layer \"none\".");
  }

  @Test
  void answersAboutLayersAreRememberedToo() {
    Section section = Sections.of("{'a': 'red', 'b': 'sea'}", new NamedSource("sea"));
    section.namesLayer("a");
    section.namesLayer("b");
    assertThat(section.asked().stillTrue("sea"::equals)).isTrue();
    assertThat(section.asked().stillTrue(name -> true)).isFalse();
    assertThat(section.asked().stillTrue(name -> false)).isFalse();
  }

  @Test
  void keysNobodyAskedForAreUnknownAndTheKnownOnesAreSaid() {
    Section section =
        section("{'name': 'x', 'colour': 1, 'sea': {'depth': 1}, 'list': [{'q': 1}]}");
    section.text("name");
    section.text("color", "");
    section.section("sea").orElseThrow().has("height");
    section.sections("list").get(0).keys();
    assertThat(section.unknownKeys())
        .containsExactly(
            "layers.osm.colour is not used; known here are color, list, name, sea.",
            "layers.osm.sea.depth is not used; known here are height.");
  }

  @Test
  void aSectionThatTakesNoKeysSaysSo() {
    assertThat(section("{'a': 1}").unknownKeys())
        .containsExactly("layers.osm.a is not used; nothing is known here.");
  }

  @Test
  void theKeysOfACacheAreTheCachesAffair() {
    Section section =
        Sections.of(
            "{'tiers': [{'name': 'Disk', 'path': 'x'}]}",
            new Caching(new Surroundings.Plain(Base.of(Path.of("")), List.of())));
    assertThat(section.caches("tiers")).hasSize(1);
    assertThat(section.unknownKeys()).isEmpty();
  }

  @Test
  void equalTextsInTheSamePlaceAreEqual() {
    assertThat(section("{'a': 1}"))
        .isEqualTo(section("{'a': 1}"))
        .hasSameHashCodeAs(section("{'a': 1}"));
    assertThat(section("{'a': 1}")).isNotEqualTo(section("{'a': 2}"));
  }

  private record Caching(Surroundings around) implements Surroundings {
    @Override
    public Base base() {
      return around.base();
    }

    @Override
    public boolean hasLayer(String name) {
      return false;
    }

    @Override
    public org.azulejo.api.TileSource layer(String name) {
      return around.layer(name);
    }

    @Override
    public TileCache cache(Section section) {
      assertThat(section.text("path")).isEqualTo("x");
      return new MapCache();
    }

    @Override
    public Optional<org.azulejo.api.Projection> projection(String name) {
      return Optional.empty();
    }
  }
}
