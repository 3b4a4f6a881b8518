package org.azulejo.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.azulejo.layer.LayerFigures.Times;
import org.junit.jupiter.api.Test;

class LayerFiguresTest {
  private static final List<Double> BOUNDS = List.of(0.1, 1.0, 10.0);

  @Test
  void aQuantileLiesWithinItsBounds() {
    var times = new Times(BOUNDS, List.of(50L, 45L, 5L, 0L), 30);
    assertThat(times.quantile(0.25)).isCloseTo(0.05, within(1e-9));
    assertThat(times.quantile(0.5)).isCloseTo(0.1, within(1e-9));
    assertThat(times.quantile(0.95)).isCloseTo(1, within(1e-9));
    assertThat(times.quantile(0.99)).isGreaterThan(1).isLessThan(10);
  }

  @Test
  void whatTookLongerThanAllBoundsTookAsLongAsTheLastAtLeast() {
    assertThat(new Times(BOUNDS, List.of(0L, 0L, 0L, 3L), 60).quantile(0.5)).isEqualTo(10);
  }

  @Test
  void whatNeverHappenedTookNoTime() {
    assertThat(new Times(BOUNDS, List.of(0L, 0L, 0L, 0L), 0).quantile(0.99)).isZero();
  }
}
