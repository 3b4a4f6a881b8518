package org.azulejo.http.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.azulejo.api.Coordinate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {
  @Test
  void aPathIsTakenApart() {
    assertThat(TilePath.parse("/osm/12/656/1582.png"))
        .contains(new TilePath("osm", new Coordinate(12, 656, 1582), 1, "png"));
  }

  @Test
  void theLastThreePartsAreTheCoordinateAndTheRestIsTheLayer() {
    assertThat(TilePath.parse("/a/b.c/1/2/3/4/5.json"))
        .contains(new TilePath("a/b.c/1/2", new Coordinate(3, 4, 5), 1, "json"));
  }

  @Test
  void columnsAndRowsMayBeNegativeAndNumbersMayBeginWithZeros() {
    assertThat(TilePath.parse("/osm/007/-01/-0.png"))
        .contains(new TilePath("osm", new Coordinate(7, -1, 0), 1, "png"));
  }

  @Test
  void oneLetterIsANameAndSoAreWordsOfAnyScript() {
    assertThat(TilePath.parse("/a/0/0/0.png").orElseThrow().layer()).isEqualTo("a");
    assertThat(TilePath.parse("/ünï/0/0/0.png").orElseThrow().layer()).isEqualTo("ünï");
    assertThat(TilePath.parse("/two words/0/0/0.png").orElseThrow().layer()).isEqualTo("two words");
  }

  @Test
  void twiceThePixelsAreAskedForBeforeTheDot() {
    assertThat(TilePath.parse("/osm/1/2/3@2x.png"))
        .contains(new TilePath("osm", new Coordinate(1, 2, 3), 2, "png"));
  }

  @Test
  void dotsInTheLayerAreNotFollowed() {
    assertThat(TilePath.parse("/plain/../plain/0/0/0.png").orElseThrow().layer())
        .isEqualTo("plain/../plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "/osm",
        "/0/0/0.png",
        "//0/0/0.png",
        "//osm/0/0/0.png",
        "/../0/0/0.png",
        "/-/0/0/0.png",
        "osm/0/0/0.png",
        "/osm/0/0/0",
        "/osm/0/0/0.",
        "/osm/0/0/.png",
        "/osm/0//0.png",
        "/osm/-1/0/0.png",
        "/osm/0/0/0.png/",
        "/osm/0/0/0.5.png",
        "/osm/0/0/x.png",
        "/osm/0/+0/0.png",
        "/osm/0/ 0/0.png",
        "/osm/0/--1/0.png",
        "/osm/0/-/0.png",
        "/osm/0/0/0.p-g",
        "/osm/0/0/0.png ",
        "/osm/0/0/0@3x.png",
        "/osm/0/0/@2x.png",
        "/osm/0/0/0@2x@2x.png",
        "/osm/2147483648/0/0.png",
        "/osm/0/99999999999999999999/0.png",
        "/osm/0/0/-2147483648.png",
      })
  void whatIsNoTileIsToldApart(String path) {
    assertThat(TilePath.parse(path)).isEmpty();
  }

  @Test
  void aRedirectKeepsEverythingButTheExtension() {
    assertThat(TilePath.parse("/two words/ü/03/-4/05@2x.jpg").orElseThrow().as("png"))
        .isEqualTo("/two%20words/%C3%BC/3/-4/5@2x.png");
  }
}
