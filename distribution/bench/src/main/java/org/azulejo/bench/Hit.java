package org.azulejo.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.TileCache;
import org.azulejo.cache.memory.MemoryFactory;
import org.azulejo.layer.Layer;
import org.azulejo.testkit.TestOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A tile found in memory: what a hit costs beside the network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Hit {
  private TileCache cache;
  private Layer layer;

  @Setup
  public void open() throws Exception {
    cache = new MemoryFactory().create(TestOptions.of("{}"));
    try (var world = new World()) {
      layer = BenchLayers.of("{}", world.picture(1), cache);
    }
    layer.tile(World.PLACE, Format.PNG, 1);
  }

  @TearDown
  public void close() throws Exception {
    cache.close();
  }

  @Benchmark
  public Optional<EncodedTile> peek() {
    return layer.peek(World.PLACE, Format.PNG, 1);
  }
}
