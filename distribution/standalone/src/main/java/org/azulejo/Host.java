package org.azulejo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the bundles tell the launcher, as a service made of JDK types: ({@code ready}, the address),
 * ({@code failed}, a sentence), ({@code logging}, the level that the configuration asks for) or how
 * the first layers fare: ({@code active}, lines) if all of them work, else ({@code inactive},
 * lines).
 */
final class Host implements BiConsumer<String, String> {
  static final Dictionary<String, Object> PROPERTIES =
      new Hashtable<>(Map.of("azulejo.host", true));

  private final CompletableFuture<URI> started = new CompletableFuture<>();
  private final CompletableFuture<Findings> found = new CompletableFuture<>();
  private final Consumer<String> level;
  private volatile URI address = URI.create("");

  Host(Consumer<String> level) {
    this.level = level;
  }

  @Override
  public void accept(String event, String text) {
    switch (event) {
      case "ready" -> {
        address = URI.create(text);
        started.complete(address);
      }
      case "failed" -> {
        fail(new IOException(text));
        found.complete(new Findings(false, text));
      }
      case "active" -> found.complete(new Findings(true, text));
      case "inactive" -> found.complete(new Findings(false, text));
      case "logging" -> level.accept(text);
      default -> throw new IllegalArgumentException("The launcher knows no event " + event + ".");
    }
  }

  /** Tells whoever waits for the start that it failed; once the server is ready, nobody does. */
  void fail(IOException reason) {
    started.completeExceptionally(reason);
  }

  URI address() {
    return address;
  }

  void await(Duration limit) throws IOException {
    await(started, limit);
  }

  Findings findings(Duration limit) throws IOException {
    return await(found, limit);
  }

  private static <T> T await(CompletableFuture<T> event, Duration limit) throws IOException {
    try {
      return event.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw (IOException) e.getCause();
    } catch (TimeoutException e) {
      throw new IOException(
          "The server is not ready after %d seconds.".formatted(limit.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The start of the server was interrupted.", e);
    }
  }
}
