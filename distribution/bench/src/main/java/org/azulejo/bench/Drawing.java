package org.azulejo.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.azulejo.api.Coordinate;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;
import org.azulejo.api.TileSource;
import org.azulejo.provider.sandwich.SandwichFactory;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A tile drawn as a sandwich, the tiles of the layer below unpacked every time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Drawing {
  private static final TileRequest REQUEST = World.request(World.PLACE);

  @Param({
    "[{'src': 'world'}]",
    "[{'color': '#048'}, {'src': 'world', 'opacity': 0.5}]",
    "[{'src': 'world'}, {'src': 'world', 'opacity': 0.5, 'mode': 'multiply'}]"
  })
  public String stack;

  private TileProvider sandwich;

  @Setup
  public void open() throws Exception {
    try (var world = new World()) {
      var below = new Below(world.tile(World.PLACE));
      String options = "{'stack': %s}".formatted(stack);
      sandwich =
          (TileProvider) new SandwichFactory().create(TestOptions.of(options, Path.of(""), below));
    }
  }

  @TearDown
  public void close() throws Exception {
    sandwich.close();
  }

  @Benchmark
  public Optional<Tile> draw() throws Exception {
    return sandwich.tile(REQUEST);
  }

  private record Below(EncodedTile tile) implements TileSource {
    @Override
    public String name() {
      return "world";
    }

    @Override
    public Set<Format> formats() {
      return Format.IMAGES;
    }

    @Override
    public Optional<Tile> tile(Coordinate coordinate, Format format, int scale) {
      return Optional.of(tile);
    }

    @Override
    public boolean scales() {
      return false;
    }
  }
}
