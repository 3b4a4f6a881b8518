package org.azulejo.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.concurrent.TimeUnit;
import org.azulejo.api.Effect;
import org.azulejo.api.EffectFactory;
import org.azulejo.effect.blackwhite.BlackwhiteFactory;
import org.azulejo.effect.blur.BlurFactory;
import org.azulejo.effect.desaturate.DesaturateFactory;
import org.azulejo.effect.greyscale.GreyscaleFactory;
import org.azulejo.effect.halftone.HalftoneFactory;
import org.azulejo.effect.pixelate.PixelateFactory;
import org.azulejo.testkit.TestOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The pixel effects, each on a fresh copy of a drawing of one tile or of 4 x 4. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Effects {
  @Param({"1", "4"})
  public int edge;

  @Param({"blackwhite", "blur", "desaturate", "greyscale", "halftone", "pixelate"})
  public String effect;

  private Effect subject;
  private BufferedImage drawing;

  @Setup
  public void open() throws Exception {
    subject = factory(effect).create(TestOptions.of("{}"));
    try (var world = new World()) {
      drawing = world.picture(edge);
    }
  }

  @Benchmark
  public BufferedImage apply() throws Exception {
    return subject.apply(copy(drawing));
  }

  /** What the copy alone costs. */
  @Benchmark
  public BufferedImage copyAlone() {
    return copy(drawing);
  }

  private static BufferedImage copy(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    System.arraycopy(pixels(image), 0, pixels(copy), 0, width * height);
    return copy;
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  private static EffectFactory factory(String name) {
    return switch (name) {
      case "blackwhite" -> new BlackwhiteFactory();
      case "blur" -> new BlurFactory();
      case "desaturate" -> new DesaturateFactory();
      case "greyscale" -> new GreyscaleFactory();
      case "halftone" -> new HalftoneFactory();
      case "pixelate" -> new PixelateFactory();
      default -> throw new IllegalArgumentException("There is no effect " + name + ".");
    };
  }
}
