package org.azulejo.http.page;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.Fault;
import org.azulejo.http.exchange.FaultLog;
import org.azulejo.http.exchange.Freshness;
import org.azulejo.http.exchange.Headers;
import org.azulejo.http.exchange.Json;
import org.azulejo.http.exchange.Origin;
import org.azulejo.http.exchange.Query;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.http.tile.Admission;
import org.azulejo.layer.Layer;
import org.azulejo.layer.LayerSnapshot;
import org.azulejo.layer.Layers;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Answers requests for all that is no tile. The workers do it, as providers may have to be asked.
 */
public final class Pages {
  private static final HttpField STRICT =
      new HttpField(
          "Content-Security-Policy",
          "default-src 'none'; img-src 'self' data: blob:; style-src 'self'; script-src 'self';"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'");
  private static final String HTML = "text/html";
  private static final String JSON = "application/json";

  private final Layers layers;
  private final Executor workers;
  private final Origin origin;
  private final Freshness freshness;
  private final Admission admission;
  private final FaultLog faults;
  private final Assets assets = new Assets();
  private final FrontPage frontPage = new FrontPage();
  private final PreviewPage previewPage = new PreviewPage();

  public Pages(
      Layers layers,
      Executor workers,
      Origin origin,
      Freshness freshness,
      Admission admission,
      FaultLog faults) {
    this.layers = layers;
    this.workers = workers;
    this.origin = origin;
    this.freshness = freshness;
    this.admission = admission;
    this.faults = faults;
  }

  /**
   * Answers, now or later. Never blocks.
   *
   * @param path decoded, and not that of a tile
   */
  public void handle(Exchange exchange, String path) {
    Optional<Page> page = find(path);
    if (page.isEmpty()) {
      exchange.send(Statuses.badPath(exchange.rawPath()));
      return;
    }
    try {
      workers.execute(() -> answer(exchange, path, page.get()));
    } catch (RejectedExecutionException e) {
      exchange.send(Statuses.of(e));
    }
  }

  /** The layer that the path is about, if it is about one. */
  public Optional<Layer> layer(String path) {
    return LayerPath.ofPreview(path)
        .or(() -> LayerPath.ofDocument(path))
        .flatMap(layers.snapshot()::layer);
  }

  private Optional<Page> find(String path) {
    if (path.equals("/")) {
      return Optional.of(this::front);
    } else if (path.equals("/layers")) {
      return Optional.of(this::list);
    } else if (path.startsWith(Assets.PREFIX)) {
      return Optional.of(exchange -> assets.send(exchange, path));
    } else if (LayerPath.ofPreview(path).isPresent()) {
      return Optional.of(exchange -> preview(exchange, layer(path)));
    }
    return layer(path).map(layer -> exchange -> describe(exchange, layer));
  }

  private void answer(Exchange exchange, String path, Page page) {
    try {
      page.answer(exchange);
    } catch (Throwable e) {
      faults.tell(path, path, e);
      exchange.send(Statuses.of(e));
    }
  }

  private void front(Exchange exchange) {
    LayerSnapshot snapshot = layers.snapshot();
    Optional<LayerSnapshot.IndexPage> index = snapshot.index();
    if (index.isPresent()) {
      exchange.send(200, Headers.contentType(index.get().mediaType()), index.get().bytes());
      return;
    }
    exchange.headers().put(Headers.VARIES_BY_ACCEPT);
    if (wantsHtml(exchange)) {
      exchange.headers().put(Headers.NO_CACHE);
      String find = Query.first(exchange.query(), "find").orElse("");
      sendHtml(exchange, frontPage.of(snapshot, find));
    } else {
      String text = LayersDocument.text(snapshot, origin.of(exchange.request()));
      exchange.send(200, Headers.plainText(text), text);
    }
  }

  private void list(Exchange exchange) {
    exchange.headers().put(Headers.NO_CACHE);
    String base = origin.of(exchange.request());
    exchange.send(200, JSON, Json.of(LayersDocument.of(layers.snapshot(), base)));
  }

  private void preview(Exchange exchange, Optional<Layer> layer) {
    if (layer.isEmpty()) {
      exchange.send(404);
    } else {
      String page = previewPage.of(layer.get(), exchange.rawPath());
      freshness.stamp(exchange.headers(), layer.get());
      sendHtml(exchange, page);
    }
  }

  private void describe(Exchange exchange, Layer layer) {
    Optional<Fault> refusal = admission.refusal(exchange, layer);
    if (refusal.isPresent()) {
      exchange.send(refusal.get());
      return;
    }
    String document = Json.of(TileJson.of(layer, origin.of(exchange.request())));
    freshness.allow(exchange.headers(), layer);
    exchange.headers().put(Headers.NO_CACHE);
    exchange.send(200, JSON, document);
  }

  private static void sendHtml(Exchange exchange, String html) {
    exchange.headers().put(STRICT);
    exchange.send(200, HTML, html);
  }

  /** Browsers say so; programs for terminals say nothing, or take anything. */
  private static boolean wantsHtml(Exchange exchange) {
    String accepted = exchange.asked(HttpHeader.ACCEPT);
    return accepted != null && accepted.contains(HTML);
  }

  private interface Page {
    void answer(Exchange exchange) throws IOException;
  }
}
