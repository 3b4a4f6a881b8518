package org.azulejo.http.room;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.azulejo.http.exchange.Exchange;
import org.azulejo.http.exchange.FaultLog;
import org.azulejo.http.exchange.Headers;
import org.azulejo.http.exchange.Query;
import org.azulejo.http.exchange.Statuses;
import org.azulejo.http.exchange.UrlPath;
import org.azulejo.web.WebAnswer;
import org.azulejo.web.WebRequest;
import org.azulejo.web.WebRoom;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/** Lets rooms answer, on threads that serve no tiles. */
public final class RoomHandler {
  private final Rooms rooms;
  private final Executor workers;
  private final FaultLog faults;
  private final long mostBytes;

  /**
   * @param mostBytes of a request's body
   */
  public RoomHandler(Rooms rooms, Executor workers, FaultLog faults, long mostBytes) {
    this.rooms = rooms;
    this.workers = workers;
    this.faults = faults;
    this.mostBytes = mostBytes;
  }

  /** The room that answers below the path of this request. */
  public Optional<WebRoom> room(Exchange exchange) {
    return rooms.find(exchange.rawPath());
  }

  /** Answers later. Never blocks. */
  public void handle(Exchange exchange, WebRoom room) {
    Optional<String> path = UrlPath.decode(exchange.rawPath());
    if (path.isEmpty()) {
      exchange.send(Statuses.badPath(exchange.rawPath()));
      return;
    }
    try {
      workers.execute(() -> answer(exchange, path.get(), room));
    } catch (RejectedExecutionException e) {
      exchange.send(Statuses.of(e));
    }
  }

  private void answer(Exchange exchange, String path, WebRoom room) {
    try {
      send(exchange, room.answer(request(exchange.request(), path)));
    } catch (Throwable e) {
      faults.tell(path, path, e);
      exchange.send(Statuses.broken());
    }
  }

  private static void send(Exchange exchange, WebAnswer answer) {
    answer.headers().forEach((name, values) -> exchange.headers().put(name, values));
    exchange.send(answer.status(), Headers.contentType(answer.mediaType()), answer.body());
  }

  private WebRequest request(Request request, String path) {
    ConnectionMetaData connection = request.getConnectionMetaData();
    InetAddress peer = address(connection.getRemoteSocketAddress());
    String method = request.getMethod();
    return new WebRequest(
        method.equals("HEAD") ? "GET" : method,
        path,
        Query.all(request.getHttpURI().getQuery()),
        headers(request),
        peer,
        peer.isLoopbackAddress() && address(connection.getLocalSocketAddress()).isLoopbackAddress(),
        request.isSecure(),
        new BoundedBody(Content.Source.asInputStream(request), mostBytes));
  }

  private static InetAddress address(SocketAddress address) {
    return address instanceof InetSocketAddress internet && internet.getAddress() != null
        ? internet.getAddress()
        : new InetSocketAddress(0).getAddress();
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(field.getValue() == null ? "" : field.getValue());
    }
    headers.computeIfAbsent("host", name -> host(request));
    return headers;
  }

  /** In HTTP/2 it is no header. */
  private static List<String> host(Request request) {
    String authority = request.getHttpURI().getAuthority();
    return authority == null ? List.of() : List.of(authority);
  }
}
