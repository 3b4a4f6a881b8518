package org.azulejo.itest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Where tiles are to be had. */
interface Site {
  Reply get(String path, String... headers) throws IOException, InterruptedException;

  /** What {@code /layers} says, as text. */
  default String layers() throws IOException, InterruptedException {
    return get("/layers").text();
  }

  static Reply ask(HttpClient client, URI address, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<byte[]> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), response.headers(), response.body());
  }
}
