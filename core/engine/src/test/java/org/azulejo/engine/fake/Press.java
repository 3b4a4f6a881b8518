package org.azulejo.engine.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.azulejo.api.EncodedTile;
import org.azulejo.api.Format;
import org.azulejo.api.Options;
import org.azulejo.api.Provider;
import org.azulejo.api.ProviderFactory;
import org.azulejo.api.Tile;
import org.azulejo.api.TileProvider;
import org.azulejo.api.TileRequest;

/** Makes printers: providers whose tiles are the option {@code text}. Notes every wrong. */
public final class Press implements ProviderFactory {
  public final List<Printer> printers = new CopyOnWriteArrayList<>();
  public final List<String> wrongs = new CopyOnWriteArrayList<>();

  @Override
  public Provider create(Options options) {
    var printer = new Printer(options.text("text"));
    printers.add(printer);
    return printer;
  }

  public Printer last() {
    return printers.get(printers.size() - 1);
  }

  /** One provider; closed once and never while somebody prints. */
  public final class Printer implements TileProvider {
    private final String text;
    private final AtomicInteger inside = new AtomicInteger();
    public final AtomicInteger closed = new AtomicInteger();
    public final CountDownLatch begun = new CountDownLatch(1);
    public volatile CountDownLatch allowed = new CountDownLatch(0);

    Printer(String text) {
      this.text = text;
    }

    @Override
    public Optional<Tile> tile(TileRequest request) throws Exception {
      inside.incrementAndGet();
      begun.countDown();
      allowed.await();
      if (closed.get() > 0) {
        wrongs.add("printed after closing");
      }
      inside.decrementAndGet();
      return Optional.of(new EncodedTile(Format.PNG, text.getBytes(UTF_8), Instant.now()));
    }

    @Override
    public void close() {
      if (closed.incrementAndGet() > 1) {
        wrongs.add("closed twice");
      }
      if (inside.get() > 0) {
        wrongs.add("closed while printing");
      }
    }
  }
}
