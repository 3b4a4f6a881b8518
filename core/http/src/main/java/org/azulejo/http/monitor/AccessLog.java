package org.azulejo.http.monitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.azulejo.http.exchange.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.jspecify.annotations.Nullable;

/** A line of JSON for every request, in a file for each day; see {@link LineFile}. */
public final class AccessLog extends ContainerLifeCycle implements RequestLog {
  private static final String CLIENT = AccessLog.class.getName() + ".client";
  private static final byte[] TIME = ascii("{\"time\":\"");
  private static final byte[] METHOD = ascii(",\"method\":");
  private static final byte[] PATH = ascii(",\"path\":");
  private static final byte[] STATUS = ascii(",\"status\":");
  private static final byte[] BYTES = ascii(",\"bytes\":");
  private static final byte[] MILLIS = ascii(",\"millis\":");
  private static final byte[] CACHE = ascii(",\"cache\":");
  private static final byte[] REFERER = ascii(",\"referer\":");
  private static final byte[] AGENT = ascii(",\"agent\":");

  private final LineFile file;
  private volatile Moment moment = new Moment(0, new byte[0]);

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
  private void write(LineBuffer line, Request request, Response response) {
    line.put(TIME).put(time(System.currentTimeMillis()));
    line.put(client(request));
    line.put(METHOD).text(request.getMethod());
    line.put(PATH).text(String.valueOf(request.getHttpURI().getPath()));
    line.put(STATUS).number(response.getStatus());
    line.put(BYTES).number(Response.getContentBytesWritten(response));
    line.put(MILLIS).number((System.nanoTime() - request.getBeginNanoTime()) / 1_000_000);
    put(line, CACHE, response.getHeaders().get("X-Cache"));
    put(line, REFERER, request.getHeaders().get(HttpHeader.REFERER));
    put(line, AGENT, request.getHeaders().get(HttpHeader.USER_AGENT));
    line.put('}');
  }

  /** Address and protocol, which stay the same for as long as the connection lasts. */
  private static byte[] client(Request request) {
    ConnectionMetaData connection = request.getConnectionMetaData();
    if (connection.getAttribute(CLIENT) instanceof byte[] known) {
      return known;
    }
    String text =
        "\",\"client\":%s,\"protocol\":%s"
            .formatted(
                Json.of(Request.getRemoteAddr(request)),
                Json.of(connection.getHttpVersion().asString()));
    byte[] client = text.getBytes(StandardCharsets.UTF_8);
    connection.setAttribute(CLIENT, client);
    return client;
  }

  private static void put(LineBuffer line, byte[] name, @Nullable String value) {
    if (value != null) {
      line.put(name).text(value);
    }
  }

  /** Many requests come within a millisecond. */
  private byte[] time(long now) {
    Moment last = moment;
    if (last.millis != now) {
      last = new Moment(now, ascii(Instant.ofEpochMilli(now).toString()));
      moment = last;
    }
    return last.text;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private record Moment(long millis, byte[] text) {}
}
