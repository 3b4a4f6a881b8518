package org.azulejo.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.Format;
import org.azulejo.engine.fake.Sections;
import org.azulejo.engine.projection.Projections;
import org.azulejo.layer.Layer.Preview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerSettingsTest {
  private final Projections projections = new Projections();

  private LayerSettings settings(String json) {
    return LayerSettings.of("osm", Sections.of(json), Sections.of("{}"), projections.mercator());
  }

  @Test
  void defaultsAreThoseOfTileStache() {
    var settings = settings("{}");
    assertThat(settings.projection()).isSameAs(projections.mercator());
    assertThat(settings.tileSize()).isEqualTo(256);
    assertThat(settings.metatile()).isEqualTo(Metatile.SINGLE);
    assertThat(settings.writesCache()).isTrue();
    assertThat(settings.lifetimes().lifespan(0)).isZero();
    assertThat(settings.staleLockTimeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(settings.allowedOrigin()).isEmpty();
    assertThat(settings.maximumAge().at(0)).isEmpty();
    assertThat(settings.redirects()).isEmpty();
    assertThat(settings.preview()).isEqualTo(new Preview(37.80, -122.26, 10, ""));
  }

  @Test
  void nullIsTheDefault() {
    var settings =
        settings(
            "{'cache lifespan': null, 'bounds': null, 'preview': null, 'redirects': {'jpg': null}}");
    assertThat(settings.lifetimes().lifespan(0)).isZero();
    assertThat(settings.redirects()).isEmpty();
  }

  @Test
  void numbersAreTakenAsTileStacheTakesThem() {
    var settings =
        settings(
            "{'stale lock timeout': 0.5, 'maximum cache age': '86400', 'cache lifespan': 1e11,"
                + " 'tile height': 128.0, 'preview': {'zoom': 4.7}}");
    assertThat(settings.staleLockTimeout()).isZero();
    assertThat(settings.maximumAge().at(0)).hasValue(86400);
    assertThat(settings.lifetimes().lifespan(0)).isEqualTo(Duration.ofSeconds(Integer.MAX_VALUE));
    assertThat(settings.tileSize()).isEqualTo(128);
    assertThat(settings.preview().zoom()).isEqualTo(4);
  }

  @Test
  void anEmptyOriginAllowsNobody() {
    assertThat(settings("{'allowed origin': ''}").allowedOrigin()).isEmpty();
    assertThat(settings("{'allowed origin': '*'}").allowedOrigin()).contains("*");
  }

  @Test
  void redirectsAreFoundInLowerCase() {
    var settings = settings("{'redirects': {'JPG': 'png'}}");
    assertThat(settings.redirects()).isEqualTo(Map.of("jpg", "png"));
  }

  @Test
  void aMaximumAgeOfZeroCounts() {
    assertThat(settings("{'maximum cache age': 0}").maximumAge().at(0)).hasValue(0);
  }

  @Test
  void theHighestZoomThatIsNotAboveTheTilesSaysHowLongItLives() {
    var lifetimes =
        settings(
                "{'cache lifespan': 100, 'cache lifespan by zoom': {'12': 20, '5': '50', '15': 0}}")
            .lifetimes();
    assertThat(Stream.of(0, 4, 5, 11, 12, 14, 15, 99).map(lifetimes::lifespan))
        .extracting(Duration::toSeconds)
        .containsExactly(100L, 100L, 50L, 50L, 20L, 20L, 0L, 0L);
  }

  @Test
  void whereTheLayerSaysNothingTheCacheDoes() {
    var cache =
        Sections.of(
            "{'cache lifespan': 60, 'cache lifespan by zoom': {'3': 30},"
                + " 'stale while revalidate': 5, 'stale if error': 500}");
    var layer = Sections.of("{'stale if error': 7}");
    var lifetimes = LayerSettings.of("osm", layer, cache, projections.mercator()).lifetimes();
    assertThat(lifetimes.lifespan(0)).isEqualTo(Duration.ofSeconds(60));
    assertThat(lifetimes.lifespan(3)).isEqualTo(Duration.ofSeconds(30));
    assertThat(lifetimes.whileRevalidating()).isEqualTo(Duration.ofSeconds(5));
    assertThat(lifetimes.ifError()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aLayersLifespanIsNotMixedWithThatOfTheCache() {
    var cache = Sections.of("{'cache lifespan': 60, 'cache lifespan by zoom': {'3': 30}}");
    var layer = Sections.of("{'cache lifespan': 600}");
    var lifetimes = LayerSettings.of("osm", layer, cache, projections.mercator()).lifetimes();
    assertThat(lifetimes.lifespan(9)).isEqualTo(Duration.ofSeconds(600));
  }

  @Test
  void theProjectionIsTheOneNamed() {
    assertThat(settings("{'projection': 'WGS84'}").projection().srs()).contains("longlat");
  }

  @Test
  void finishedPicturesPassUnlessTheirFormatHasOptions() {
    var settings = settings("{'jpeg options': {'quality': 50}}");
    assertThat(settings.passesOn(Format.PNG)).isTrue();
    assertThat(settings.passesOn(Format.JPEG)).isFalse();
    assertThat(settings("{'jpeg options': {}}").passesOn(Format.JPEG)).isTrue();
    assertThat(settings("{'png options': {'palette': null}}").passesOn(Format.PNG)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'tile height': 5000}|tile height: expected a number from 1 to 4096, found 5000.",
        "{'cache lifespan': -1}|cache lifespan: expected a number from 0 to 2147483647, found -1.",
        "{'stale if error': -1}|stale if error: expected a number from 0 to 2147483647, found -1.",
        "{'cache lifespan by zoom': {'low': 1}}|cache lifespan by zoom.low: expected a zoom from 0"
            + " to 99 as the key.",
        "{'cache lifespan by zoom': 5}|cache lifespan by zoom: expected an object { ... }, found"
            + " 5.",
        "{'maximum cache age by zoom': {'9': -2}}|maximum cache age by zoom.9: expected a number"
            + " from 0 to 2147483647, found -2.",
        "{'allowed origin': 'a\\nb'}|allowed origin: a header can only hold plain printable"
            + " characters.",
        "{'redirects': {'jpg': 'a/b'}}|redirects.jpg: \"a/b\" is not an extension.",
        "{'preview': 3}|preview: expected an object { ... }, found 3.",
        "{'preview': {'zoom': 'in'}}|preview.zoom: expected a number, found \"in\".",
      })
  void nonsenseIsRefused(String json, String sentence) {
    assertThatThrownBy(() -> settings(json))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("layers.osm." + sentence);
  }
}
