package org.azulejo.http.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.azulejo.http.exchange.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.AsyncRequestLogWriter;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON for every request, in a file for each day. The lines are written by a thread of
 * their own; when it cannot keep up, lines are left out and no request waits.
 */
public final class AccessLog extends ContainerLifeCycle implements RequestLog {
  private static final int KEPT_DAYS = 30;

  private final AsyncRequestLogWriter writer;

  /**
   * Makes the folder if need be.
   *
   * @param file whose name holds {@code yyyy_mm_dd} where the date goes
   * @throws IOException if there can be no file in that folder
   */
  public static AccessLog to(String file) throws IOException {
    Path folder = Path.of(file).toAbsolutePath().getParent();
    Files.createDirectories(folder);
    if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(folder.toString());
    }
    return new AccessLog(file);
  }

  private AccessLog(String file) {
    writer = new AsyncRequestLogWriter(file);
    writer.setAppend(true);
    writer.setRetainDays(KEPT_DAYS);
    writer.setTimeZone("UTC");
    addBean(writer);
  }

  @Override
  public void log(Request request, Response response) {
    try {
      writer.write(Json.of(entry(request, response)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> entry(Request request, Response response) {
    Map<String, Object> entry = new LinkedHashMap<>();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    entry.put("time", now.toString());
    entry.put("client", Request.getRemoteAddr(request));
    entry.put("method", request.getMethod());
    entry.put("path", String.valueOf(request.getHttpURI().getPath()));
    entry.put("protocol", request.getConnectionMetaData().getHttpVersion().asString());
    entry.put("status", response.getStatus());
    entry.put("bytes", Response.getContentBytesWritten(response));
    entry.put("millis", (System.nanoTime() - request.getBeginNanoTime()) / 1_000_000);
    put(entry, "cache", response.getHeaders().get("X-Cache"));
    put(entry, "referer", request.getHeaders().get(HttpHeader.REFERER));
    put(entry, "agent", request.getHeaders().get(HttpHeader.USER_AGENT));
    return entry;
  }

  private static void put(Map<String, Object> entry, String name, @Nullable String value) {
    if (value != null) {
      entry.put(name, value);
    }
  }
}
