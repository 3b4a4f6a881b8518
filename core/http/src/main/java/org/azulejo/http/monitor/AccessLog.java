package org.azulejo.http.monitor;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.azulejo.http.exchange.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.jspecify.annotations.Nullable;

/** A line of JSON for every request, in a file for each day; see {@link LineFile}. */
public final class AccessLog extends ContainerLifeCycle implements RequestLog {
  private final LineFile file;
  private long millis;
  private String time = "";

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
    return new AccessLog(new LineFile(file));
  }

  private AccessLog(LineFile file) {
    this.file = file;
    addBean(file);
  }

  @Override
  public void log(Request request, Response response) {
    file.add(lines -> write(lines, request, response));
  }

  /** By hand, for this is done for every tile. */
  private void write(StringBuilder line, Request request, Response response) {
    line.append("{\"time\":\"").append(time(System.currentTimeMillis())).append('"');
    put(line, "client", Request.getRemoteAddr(request));
    put(line, "method", request.getMethod());
    put(line, "path", String.valueOf(request.getHttpURI().getPath()));
    put(line, "protocol", request.getConnectionMetaData().getHttpVersion().asString());
    put(line, "status", response.getStatus());
    put(line, "bytes", Response.getContentBytesWritten(response));
    put(line, "millis", (System.nanoTime() - request.getBeginNanoTime()) / 1_000_000);
    put(line, "cache", response.getHeaders().get("X-Cache"));
    put(line, "referer", request.getHeaders().get(HttpHeader.REFERER));
    put(line, "agent", request.getHeaders().get(HttpHeader.USER_AGENT));
    line.append('}');
  }

  /** Many requests come within a millisecond. */
  private String time(long now) {
    if (now != millis) {
      millis = now;
      time = Instant.ofEpochMilli(now).toString();
    }
    return time;
  }

  private static void put(StringBuilder line, String name, long value) {
    line.append(",\"").append(name).append("\":").append(value);
  }

  private static void put(StringBuilder line, String name, @Nullable String value) {
    if (value != null) {
      line.append(",\"").append(name).append("\":");
      Json.text(line, value);
    }
  }
}
