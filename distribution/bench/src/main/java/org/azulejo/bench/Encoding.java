package org.azulejo.bench;

import java.util.concurrent.TimeUnit;
import org.azulejo.api.Format;
import org.azulejo.layer.Answer;
import org.azulejo.layer.Layer;
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

/** A drawing cut into tiles and encoded: one tile, or a metatile of 4 x 4. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Encoding {
  @Param({"1", "4"})
  public int edge;

  @Param({"png", "png8", "jpg", "webp"})
  public String extension;

  private Layer layer;
  private Format format;

  @Setup
  public void open() throws Exception {
    try (var world = new World()) {
      String settings = "{'metatile': {'rows': %d, 'columns': %d}}".formatted(edge, edge);
      layer = BenchLayers.of(settings, world.picture(edge), new BenchLayers.NoCache());
      format = layer.format(extension).orElseThrow();
    }
  }

  @Benchmark
  public Answer encode() throws Exception {
    return layer.tile(World.PLACE, format, 1);
  }
}
