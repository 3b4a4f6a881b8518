package org.azulejo.provider.sandwich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.azulejo.api.Coordinate;
import org.azulejo.api.Format;
import org.junit.jupiter.api.Test;

class SandwichProviderTest {
  private final FakeLayer photo =
      FakeLayer.of("photo", 0xFF102030, 0xFFC0B0A0, 0xFF000000, 0xFFFFFFFF);
  private final FakeLayer glass =
      FakeLayer.of("glass", 0x00FFFFFF, 0x80FF0000, 0xFF00FF00, 0x400000FF);

  @Test
  void anEmptyStackIsTransparent() throws Exception {
    assertThat(Sandwiches.pixels("[]")).containsOnly(0);
  }

  @Test
  void aSingleEntryNeedsNoList() throws Exception {
    assertThat(Sandwiches.pixels("{'color': '#f90'}")).containsOnly(0xFFFF9900);
  }

  @Test
  void aLoneLayerIsCopiedAndNotShared() throws Exception {
    int[] before = photo.image.orElseThrow().getRGB(0, 0, 2, 2, null, 0, 2);
    BufferedImage image =
        Sandwiches.image(Sandwiches.of("[{'src': 'photo'}]", photo), new Coordinate(3, 0, 0), 2, 1);

    assertThat(Sandwiches.pixels(image)).isEqualTo(before);
    assertThat(image).isNotSameAs(photo.image.orElseThrow());
    image.setRGB(0, 0, 0);
    assertThat(photo.image.orElseThrow().getRGB(0, 0)).isEqualTo(before[0]);
  }

  @Test
  void upperEntriesLieOverLowerOnes() throws Exception {
    assertThat(Sandwiches.pixels("[{'color': '#0066ff'}, {'src': 'glass'}]", glass))
        .containsExactly(0xFF0066FF, 0xFF80337F, 0xFF00FF00, 0xFF004CFF);
  }

  @Test
  void aColorLiesBelowTheSourceOfItsEntry() throws Exception {
    assertThat(Sandwiches.pixels("[{'color': '#0066ff', 'src': 'glass'}]", glass))
        .isEqualTo(Sandwiches.pixels("[{'color': '#0066ff'}, {'src': 'glass'}]", glass));
    assertThat(
            Sandwiches.pixels(
                "[{'src': 'photo'}, {'color': '#0066ff', 'src': 'glass', 'opacity': 0}]",
                photo,
                glass))
        .isEqualTo(Sandwiches.pixels("[{'src': 'photo'}]", photo));
  }

  @Test
  void translucentOverTranslucentAddsUp() throws Exception {
    // 128/255 over 128/255: opacity 1 - (127/255)², the share of the upper is that of its alpha.
    assertThat(Sandwiches.pixels("[{'color': '#0000ff80'}, {'src': 'glass'}]", glass)[1])
        .isEqualTo(0xC0AA0055);
  }

  @Test
  void opacityThinsAnEntry() throws Exception {
    assertThat(Sandwiches.pixels("[{'color': '#000'}, {'src': 'photo', 'opacity': 0.5}]", photo))
        .containsExactly(0xFF081018, 0xFF605850, 0xFF000000, 0xFF808080);
    assertThat(Sandwiches.pixels("[{'src': 'glass', 'opacity': 0.5}]", glass)[1])
        .isEqualTo(0x40FF0000);
    assertThat(Sandwiches.pixels("[{'src': 'photo', 'opacity': 7}]", photo)[0])
        .isEqualTo(0xFF102030);
  }

  @Test
  void theBrightnessOfAMaskBecomesOpacityWhateverItsOwn() throws Exception {
    var mask = FakeLayer.of("mask", 0x00FFFFFF, 0xFF000000, 0xFFFF0000, 0x8000FF00);

    // 0.299 * 255 = 76, 0.587 * 255 = 150
    assertThat(Sandwiches.pixels("[{'color': '#123456', 'mask': 'mask'}]", mask))
        .containsExactly(0xFF123456, 0x00000000, 0x4C123456, 0x96123456);
  }

  /** Or it would show where the sandwich is a mask. */
  @Test
  void whatIsTransparentHasNoColour() throws Exception {
    var hidden = FakeLayer.of("hidden", 0x00FFFFFF, 0x01FFFFFF, 0xFF00FF00, 0x00123456);

    assertThat(Sandwiches.pixels("[{'src': 'hidden'}]", hidden))
        .containsExactly(0, 0x01FFFFFF, 0xFF00FF00, 0);
    assertThat(Sandwiches.pixels("[{'src': 'hidden'}, {'src': 'hidden'}]", hidden)[0]).isZero();
  }

  @Test
  void aMaskDoesNotSpoilTheSourceForTheNextEntry() throws Exception {
    var mask = FakeLayer.of("mask", 0xFF000000, 0xFF000000, 0xFF000000, 0xFF808080);
    String stack =
        "[{'src': 'photo', 'mask': 'mask'}, {'src': 'photo', 'adjustments': [['threshold', [1]]],"
            + " 'opacity': 0.5}, {'src': 'photo', 'opacity': 0.5}]";
    int[] before = photo.image.orElseThrow().getRGB(0, 0, 2, 2, null, 0, 2);

    int[] pixels = Sandwiches.pixels(stack, photo, mask);

    // Half of white, then half of the source over it: alpha 3/4, two thirds of it the source.
    assertThat(pixels[0]).isEqualTo(0xBF606A75);
    assertThat(photo.image.orElseThrow().getRGB(0, 0, 2, 2, null, 0, 2)).isEqualTo(before);
  }

  @Test
  void aSourceIsAskedOncePerTile() throws Exception {
    Sandwiches.pixels(
        "[{'src': 'glass'}, {'src': 'glass'}, {'src': 'glass', 'mask': 'glass'}]", glass);

    assertThat(glass.asked).containsExactly("3/0/0.PNG x1");
  }

  @Test
  void whatIsHiddenIsNotAskedFor() throws Exception {
    int[] pixels = Sandwiches.pixels("[{'src': 'glass'}, {'src': 'photo'}]", glass, photo);

    assertThat(pixels[0]).isEqualTo(0xFF102030);
    assertThat(glass.asked).isEmpty();
  }

  @Test
  void aLayerWithNothingThereIsTransparent() throws Exception {
    var sea = FakeLayer.empty("sea");

    assertThat(Sandwiches.pixels("[{'src': 'sea'}]", sea)).containsOnly(0);
    assertThat(Sandwiches.pixels("[{'color': '#123', 'src': 'sea'}]", sea))
        .containsOnly(0xFF112233);
    assertThat(Sandwiches.pixels("[{'color': '#123'}, {'color': '#fff', 'mask': 'sea'}]", sea))
        .containsOnly(0xFF112233);
  }

  @Test
  void entriesShowInTheirZoomsOnly() throws Exception {
    assertThat(Sandwiches.pixels("[{'color': '#111', 'zoom': '3'}]")).containsOnly(0xFF111111);
    assertThat(Sandwiches.pixels("[{'color': '#111', 'zoom': 3}]")).containsOnly(0xFF111111);
    assertThat(Sandwiches.pixels("[{'color': '#111', 'zoom': '1-3'}]")).containsOnly(0xFF111111);
    assertThat(Sandwiches.pixels("[{'color': '#111', 'zoom': '3-9'}]")).containsOnly(0xFF111111);
    assertThat(Sandwiches.pixels("[{'color': '#111', 'zoom': '0-1000'}]")).containsOnly(0xFF111111);
    assertThat(Sandwiches.pixels("[{'color': '#111', 'zoom': '4-9'}]")).containsOnly(0);
  }

  @Test
  void tilesOfAnotherSizeAreMadeToFit() throws Exception {
    BufferedImage image =
        Sandwiches.image(
            Sandwiches.of("[{'src': 'photo'}]", photo), new Coordinate(3, 0, 0), 256, 1);

    assertThat(image.getWidth()).isEqualTo(256);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFF102030);
    assertThat(image.getRGB(255, 255)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void layersThatScaleAreAskedForTwiceThePixels() throws Exception {
    var sharp = new FakeLayer("sharp", photo.image, true, Format.IMAGES);
    var provider = Sandwiches.of("[{'src': 'sharp'}, {'src': 'glass'}]", sharp, glass);

    BufferedImage image = Sandwiches.image(provider, new Coordinate(3, 0, 0), 2, 2);

    assertThat(provider.scales()).isTrue();
    assertThat(image.getWidth()).isEqualTo(4);
    assertThat(sharp.asked).containsExactly("3/0/0.PNG x2");
    assertThat(glass.asked).containsExactly("3/0/0.PNG x1");
  }

  @Test
  void aLayerWithoutPngIsAskedForThePicturesItHas() throws Exception {
    var only = new FakeLayer("only", photo.image, false, Set.of(Format.JPEG));
    Sandwiches.pixels("[{'src': 'only'}]", only);

    assertThat(only.asked).containsExactly("3/0/0.JPEG x1");
  }

  @Test
  void aLayerWithoutPicturesIsRefused() {
    var roads =
        new FakeLayer(
            "roads", Optional.empty(), false, Set.of(Format.of("MVT", "application/x", "mvt")));

    assertThatThrownBy(() -> Sandwiches.pixels("[{'src': 'roads'}]", roads))
        .hasMessage("The layer \"roads\" makes no pictures to stack.");
  }

  @Test
  void colorsAloneAreCutOffAndPicturesRounded() throws Exception {
    // 0x80 over 0 at one half is 64.0 or 0x81 at one half 64.5
    assertThat(Sandwiches.pixels("[{'color': '#000'}, {'color': '#818181', 'opacity': 0.5}]"))
        .containsOnly(0xFF404040);
    var grey = FakeLayer.of("grey", 0xFF818181, 0xFF818181, 0xFF818181, 0xFF818181);
    assertThat(Sandwiches.pixels("[{'color': '#000'}, {'src': 'grey', 'opacity': 0.5}]", grey))
        .containsOnly(0xFF414141);
  }

  @Test
  void everyColorAloneIsItself() throws Exception {
    for (int level = 0; level < 256; level++) {
      String color =
          "#%02x%02x%02x%02x".formatted(level, 255 - level, level / 2, Math.max(1, level));
      int expected = Math.max(1, level) << 24 | level << 16 | (255 - level) << 8 | level / 2;
      assertThat(Arrays.stream(Sandwiches.pixels("[{'color': '" + color + "'}]")).distinct())
          .containsExactly(expected);
    }
  }
}
