package org.azulejo.http.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A request and the way to answer it. To be answered once; no answer ever blocks. */
public record Exchange(Request request, Response response, Callback callback) {
  /** Named in {@code Accept-Encoding}, and not with a weight of zero. */
  private static final Pattern GZIP =
      Pattern.compile("(?i)(^|[\\s,])(gzip|\\*)\\s*(,|$|;(?!\\s*q=0(\\.0*)?\\s*(,|$)))");

  /** The path as it came, percent-encoded. */
  public String rawPath() {
    String path = request.getHttpURI().getPath();
    return path == null ? "" : path;
  }

  /** What follows the question mark, as it came. */
  public @Nullable String query() {
    return request.getHttpURI().getQuery();
  }

  /** All values of a request header, joined by commas. */
  public @Nullable String asked(HttpHeader header) {
    return request.getHeaders().contains(header)
        ? String.join(", ", request.getHeaders().getValuesList(header))
        : null;
  }

  /** Whether the client reads gzip, and did not say that it would rather not. */
  public boolean acceptsGzip() {
    String accepted = asked(HttpHeader.ACCEPT_ENCODING);
    return accepted != null && GZIP.matcher(accepted).find();
  }

  /** The headers of the answer. */
  public HttpFields.Mutable headers() {
    return response.getHeaders();
  }

  /** Answers with these bytes, which are not copied. */
  public void send(int status, HttpField contentType, byte[] bytes) {
    response.setStatus(status);
    headers().put(contentType);
    headers().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  /** Answers with a text. */
  public void send(int status, String mediaType, String text) {
    send(status, Headers.contentType(mediaType), text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Answers without a body. The end is written here: if Jetty is left to do that on a worker's
   * thread, it now and then ends the answer twice, and the next request of the connection is lost.
   */
  public void send(int status) {
    response.setStatus(status);
    response.write(true, BufferUtil.EMPTY_BUFFER, callback);
  }

  /**
   * Answers that the client has the bytes already.
   *
   * @param length of those bytes: if any is told, it has to be theirs (RFC 9110, 8.6)
   */
  public void sendKnown(int length) {
    headers().put(HttpHeader.CONTENT_LENGTH, length);
    send(304);
  }

  /** Answers with one line for whoever asked. */
  public void send(Fault fault) {
    if (fault.retrySeconds() > 0) {
      headers().put(HttpHeader.RETRY_AFTER, fault.retrySeconds());
    }
    if (fault.isPassing()) {
      headers().put(Headers.NO_STORE);
    }
    send(fault.status(), Headers.plainText(fault.sentence()), fault.sentence() + "\n");
  }

  /** Does not answer: the client is gone. */
  public void abandon() {
    callback.failed(new EofException("The client is gone."));
  }
}
