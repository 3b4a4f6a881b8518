package org.azulejo.provider.sandwich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.azulejo.api.ConfigurationException;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
  private final FakeLayer photo =
      FakeLayer.of("photo", 0xFF8080FF, 0x80818100, 0xFF0040C0, 0x00FFFFFF);

  @Test
  void aThresholdSetsChannelsAboveItAndLeavesOpacity() throws Exception {
    assertThat(adjusted("['threshold', [128]]"))
        .containsExactly(0xFF0000FF, 0x80FFFF00, 0xFF0000FF, 0x00000000);
    assertThat(adjusted("['threshold', [127, 200]]")[0]).isEqualTo(0xFFFFFFFF);
    assertThat(adjusted("['threshold', [127, 128, 255]]")[0]).isEqualTo(0xFFFF0000);
  }

  @Test
  void curvesGoThroughBlackGreyAndWhite() throws Exception {
    // 1.018553 x² - 0.018553 x, clipped
    assertThat(adjusted("['curves', [0, 181, 255]]"))
        .containsExactly(0xFF3F3FFF, 0x80404000, 0xFF000F90, 0x00000000);
    assertThat(adjusted("['curves', [64, 128, 192]]")[2]).isEqualTo(0xFF0000FF);
  }

  @Test
  void theCurveOfTheManualIsExact() {
    Curve curve = Curve.through(new double[] {0, 181 / 255.0, 1}, new double[] {0, 0.5, 1});

    assertThat(curve.square()).isEqualTo(1.018553f, within(1e-6f));
    assertThat(curve.slope()).isEqualTo(-0.018553f, within(1e-6f));
    assertThat(curve.offset()).isZero();
  }

  @Test
  void freeCurvesMayDifferByChannel() throws Exception {
    assertThat(adjusted("['curves2', [[[0, 255], [128, 127], [255, 0]]]]")[0])
        .isEqualTo(0xFF7F7F00);
    String straight = "[[0, 0], [128, 128], [255, 255]]";
    assertThat(
            adjusted(
                "['curves2', [%s, [[0, 255], [128, 127], [255, 0]], %s]]"
                    .formatted(straight, straight))[2])
        .isEqualTo(0xFF00BFC0);
  }

  @Test
  void adjustmentsFollowOneAnother() throws Exception {
    // The curve takes 128 to 63.4 and 129 to 64.1.
    assertThat(adjusted("['curves', [0, 181, 255]], ['threshold', [64]]"))
        .containsExactly(0xFF0000FF, 0x80FFFF00, 0xFF0000FF, 0x00000000);
  }

  @Test
  void colorsAreAdjustedToo() throws Exception {
    // 1.018553 * 0.64 - 0.018553 * 0.8 = 0.637032, times 255 is 162.44
    assertThat(
            Sandwiches.pixels(
                "[{'color': '#cccccc80', 'adjustments': [['curves', [0, 181, 255]]]}]"))
        .containsOnly(0x80A2A2A2);
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    assertRefused("['sharpen', [1]]", "expected \"threshold\", \"curves\" or \"curves2\"");
    assertRefused("['threshold', 128]", "expected a list, found 128");
    assertRefused("['threshold', []]", "expected one argument or three, found []");
    assertRefused("['threshold', ['high']]", "expected a number, found high");
    assertRefused("'threshold'", "expected a list, found threshold");
    assertRefused("['curves', [0, 255]]", "expected three arguments, found [0, 255]");
    assertRefused("['curves', [0, 0, 255]]", "expected three different places");
    assertRefused("['curves2', [[[0], [1, 1], [2, 2]]]]", "expected a pair of numbers, found [0]");
    assertRefused("['curves']", "expected a name and a list of arguments, found [curves]");
  }

  private int[] adjusted(String adjustments) throws Exception {
    return Sandwiches.pixels(
        "[{'color': '#0000'}, {'src': 'photo', 'adjustments': [" + adjustments + "]}]", photo);
  }

  private void assertRefused(String adjustment, String sentence) {
    assertThatThrownBy(() -> adjusted(adjustment))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("test.stack[1].adjustments: ")
        .hasMessageContaining(sentence);
  }
}
