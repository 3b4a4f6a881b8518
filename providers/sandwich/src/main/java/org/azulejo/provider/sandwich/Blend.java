package org.azulejo.provider.sandwich;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a colour is changed by the colour below. A loop for each, so that each is compiled well. */
enum Blend {
  NORMAL {
    @Override
    void blend(float[] below, float[] lane) {
      // as it is
    }
  },
  SCREEN {
    @Override
    void blend(float[] below, float[] lane) {
      for (int i = 0; i < lane.length; i++) {
        lane[i] = 1 - (1 - below[i]) * (1 - lane[i]);
      }
    }
  },
  ADD {
    @Override
    void blend(float[] below, float[] lane) {
      for (int i = 0; i < lane.length; i++) {
        lane[i] = Math.min(1, below[i] + lane[i]);
      }
    }
  },
  MULTIPLY {
    @Override
    void blend(float[] below, float[] lane) {
      for (int i = 0; i < lane.length; i++) {
        lane[i] = below[i] * lane[i];
      }
    }
  },
  SUBTRACT {
    @Override
    void blend(float[] below, float[] lane) {
      for (int i = 0; i < lane.length; i++) {
        lane[i] = Math.max(0, below[i] - lane[i]);
      }
    }
  },
  LINEAR_LIGHT {
    @Override
    void blend(float[] below, float[] lane) {
      for (int i = 0; i < lane.length; i++) {
        lane[i] = Math.max(0, Math.min(1, below[i] + 2 * lane[i] - 1));
      }
    }
  },
  HARD_LIGHT {
    @Override
    void blend(float[] below, float[] lane) {
      for (int i = 0; i < lane.length; i++) {
        float dark = 2 * below[i] * lane[i];
        float bright = 1 - 2 * (1 - below[i]) * (1 - lane[i]);
        lane[i] = lane[i] < 0.5f ? dark : bright;
      }
    }
  };

  /** The blend that a configuration calls so: in lower case, with spaces. */
  static Optional<Blend> named(String mode) {
    return Arrays.stream(values())
        .filter(blend -> blend.name().toLowerCase(Locale.ROOT).replace('_', ' ').equals(mode))
        .findFirst();
  }

  /** Changes one channel of a row by the same channel of the row below. */
  abstract void blend(float[] below, float[] lane);
}
