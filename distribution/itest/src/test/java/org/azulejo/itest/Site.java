package org.azulejo.itest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Where tiles are to be had. */
interface Site {
  Reply send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException;

  default Reply get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, new byte[0], headers);
  }

  /** What {@code /layers} says, as text. */
  default String layers() throws IOException, InterruptedException {
    return get("/layers").text();
  }

  static Reply ask(HttpClient client, String method, URI address, byte[] body, String... headers)
      throws IOException, InterruptedException {
    var publisher =
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body);
    var request =
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).method(method, publisher);
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), response.headers(), response.body());
  }
}
