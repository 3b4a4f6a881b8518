package org.azulejo.effect.halftone;

import static org.assertj.core.api.Assertions.assertThat;

import org.azulejo.api.Effect;
import org.azulejo.testkit.EffectContract;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TestPicture;
import org.junit.jupiter.api.Test;

/** The checksums are those of the pictures that Pillow 9.4 makes. */
class HalftoneTest implements EffectContract {
  @Override
  public Effect effect() {
    return new HalftoneFactory().create(TestOptions.of("{}"));
  }

  @Test
  void thePixelsAreThoseOfPillow() throws Exception {
    assertThat(TestPicture.checksum(effect().apply(TestPicture.opaque(61, 47))))
        .isEqualTo(0x3fbd0174L);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.translucent(61, 47))))
        .isEqualTo(0x6d6829d0L);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.opaque(256, 256))))
        .isEqualTo(0x3519424dL);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.translucent(256, 256))))
        .isEqualTo(0xc4de1778L);
  }
}
