package org.azulejo.effect.blackwhite;

import static org.assertj.core.api.Assertions.assertThat;

import org.azulejo.api.Effect;
import org.azulejo.testkit.EffectContract;
import org.azulejo.testkit.TestOptions;
import org.azulejo.testkit.TestPicture;
import org.junit.jupiter.api.Test;

/** The checksums are those of the pictures that Pillow 9.4 makes. */
class BlackwhiteTest implements EffectContract {
  @Override
  public Effect effect() {
    return new BlackwhiteFactory().create(TestOptions.of("{}"));
  }

  @Test
  void thePixelsAreThoseOfPillow() throws Exception {
    assertThat(TestPicture.checksum(effect().apply(TestPicture.opaque(61, 47))))
        .isEqualTo(0x86fec55aL);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.translucent(61, 47))))
        .isEqualTo(0xd42bedfeL);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.opaque(256, 256))))
        .isEqualTo(0xe20874f8L);
    assertThat(TestPicture.checksum(effect().apply(TestPicture.translucent(256, 256))))
        .isEqualTo(0x13cf21cdL);
  }
}
