package org.azulejo.http;

import org.azulejo.http.exchange.Headers;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty itself refuses, such as garbage instead of a request: one line, no page, and the end
 * of the connection.
 */
final class PlainErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(Headers.NO_SNIFF);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    String reason = HttpStatus.getMessage(response.getStatus());
    Content.Sink.write(response, true, reason + "\n", callback);
    return true;
  }
}
