package org.azulejo.provider.sandwich;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Over 51, 102, 204 and 255, which are 0.2, 0.4, 0.8 and 1. */
class BlendTest {
  private final FakeLayer below =
      FakeLayer.of("below", 0xFF333333, 0xFF666666, 0xFFCCCCCC, 0xFFFFFFFF);

  @Test
  void normalHides() throws Exception {
    assertThat(greys("normal", "#666")).containsExactly(102, 102, 102, 102);
  }

  @Test
  void screenBrightens() throws Exception {
    // 1 - (1-b)(1-0.4): 0.52 0.64 0.88 1
    assertThat(greys("screen", "#666")).containsExactly(133, 163, 224, 255);
  }

  @Test
  void addClips() throws Exception {
    assertThat(greys("add", "#666")).containsExactly(153, 204, 255, 255);
  }

  @Test
  void multiplyDarkens() throws Exception {
    // 0.08 0.16 0.32 0.4
    assertThat(greys("multiply", "#666")).containsExactly(20, 41, 82, 102);
  }

  @Test
  void subtractClips() throws Exception {
    assertThat(greys("subtract", "#666")).containsExactly(0, 0, 102, 153);
  }

  @Test
  void linearLightGoesBothWays() throws Exception {
    // b + 2 * 0.4 - 1 = b - 0.2
    assertThat(greys("linear light", "#666")).containsExactly(0, 51, 153, 204);
    // b + 2 * 0.6 - 1 = b + 0.2
    assertThat(greys("linear light", "#999")).containsExactly(102, 153, 255, 255);
  }

  @Test
  void hardLightMultipliesTheDarkAndScreensTheBright() throws Exception {
    // 2 * b * 0.4: 0.16 0.32 0.64 0.8
    assertThat(greys("hard light", "#666")).containsExactly(41, 82, 163, 204);
    // 1 - 2 (1-b) 0.4: 0.36 0.52 0.84 1
    assertThat(greys("hard light", "#999")).containsExactly(92, 133, 214, 255);
  }

  @Test
  void wordsThatAreNotKnownAreNormal() throws Exception {
    assertThat(greys("sparkle", "#666")).containsExactly(102, 102, 102, 102);
  }

  @Test
  void opacityThinsWhatWasBlended() throws Exception {
    // Halfway from b to multiply's result.
    String stack = "[{'src': 'below'}, {'color': '#666', 'mode': 'multiply', 'opacity': 0.5}]";
    assertThat(Sandwiches.pixels(stack, below)[2]).isEqualTo(0xFF8F8F8F);
  }

  @Test
  void overNothingABlendSeesBlack() throws Exception {
    var glass = FakeLayer.of("glass", 0x00FFFFFF, 0x80FFFFFF, 0xFFFFFFFF, 0xFF123456);
    assertThat(Sandwiches.pixels("[{'src': 'glass', 'mode': 'multiply'}]", glass))
        .containsExactly(0x00000000, 0x80000000, 0xFF000000, 0xFF000000);
  }

  private int[] greys(String mode, String color) throws Exception {
    String stack = "[{'src': 'below'}, {'color': '%s', 'mode': '%s'}]".formatted(color, mode);
    int[] greys = Sandwiches.pixels(stack, below);
    for (int i = 0; i < greys.length; i++) {
      assertThat(greys[i] >>> 24).isEqualTo(255);
      assertThat(greys[i] & 0xFF).isEqualTo(greys[i] >> 16 & 0xFF);
      greys[i] &= 0xFF;
    }
    return greys;
  }
}
