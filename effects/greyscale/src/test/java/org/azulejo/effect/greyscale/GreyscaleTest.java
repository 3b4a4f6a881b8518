package org.azulejo.effect.greyscale;

import static org.assertj.core.api.Assertions.assertThat;

import org.azulejo.api.Effect;
import org.azulejo.testkit.EffectContract;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TestPicture;
import org.junit.jupiter.api.Test;

/** The checksums are those of the pictures that Pillow 9.4 makes. */
class GreyscaleTest implements EffectContract {
  @Override
  public Effect effect() {
    return new GreyscaleFactory().create(TestOptions.of("{}"));
  }

  @Test
  void thePixelsAreThoseOfPillow() throws Exception {
    assertThat(TestPicture.checksum(effect().apply(TestPicture.opaque(61, 47))))
        .isEqualTo(0xe5ef3d7aL);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.translucent(61, 47))))
        .isEqualTo(0xb73a15deL);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.opaque(256, 256))))
        .isEqualTo(0xffeba932L);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.translucent(256, 256))))
        .isEqualTo(0x0e2cfc07L);
  }
}
