package org.azulejo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.azulejo.api.Effect;
import org.junit.jupiter.api.Test;

/** What every effect must bear. The test of an effect implements this, and all of it is run. */
public interface EffectContract {
  /** The effect to try, made as the server would make it. */
  Effect effect() throws Exception;

  @Test
  default void sizeAndTypeStayTheSame() throws Exception {
    holdsFor(TestPicture.opaque(61, 47));
    holdsFor(TestPicture.translucent(256, 128));
  }

  @Test
  default void theSmallestPicturesWork() throws Exception {
    holdsFor(TestPicture.opaque(1, 1));
    holdsFor(TestPicture.translucent(1, 33));
    holdsFor(TestPicture.translucent(33, 1));
    holdsFor(TestPicture.opaque(2, 2));
  }

  @Test
  default void whatIsWhollyTransparentStaysSo() throws Exception {
    BufferedImage changed = effect().apply(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB));
    for (int pixel : TestPicture.pixels(changed)) {
      assertThat(pixel >>> 24).isZero();
    }
  }

  @Test
  default void whatIsOpaqueStaysSo() throws Exception {
    for (int pixel : TestPicture.pixels(effect().apply(TestPicture.opaque(40, 30)))) {
      assertThat(pixel >>> 24).isEqualTo(255);
    }
  }

  @Test
  default void manyThreadsGetTheSamePicture() throws Exception {
    Effect effect = effect();
    int[] expected = TestPicture.pixels(effect.apply(TestPicture.translucent(100, 80)));
    Callable<BufferedImage> task = () -> effect.apply(TestPicture.translucent(100, 80));
    List<Callable<BufferedImage>> tasks = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      tasks.add(task);
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (Future<BufferedImage> changed : pool.invokeAll(tasks)) {
        assertThat(TestPicture.pixels(changed.get())).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private void holdsFor(BufferedImage image) throws Exception {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage changed = effect().apply(image);
    assertThat(changed.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB);
    assertThat(changed.getWidth()).isEqualTo(width);
    assertThat(changed.getHeight()).isEqualTo(height);
    var buffer = (DataBufferInt) changed.getRaster().getDataBuffer();
    assertThat(buffer.getData()).hasSize(width * height);
  }
}
