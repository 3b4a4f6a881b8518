package org.azulejo.cache.objectstore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.azulejo.cache.remote.Circuit;

/** The objects of a bucket, whose store may be down. Safe for many threads. */
public final class Bucket implements AutoCloseable {
  private static final byte[] NOTHING = {};
  private static final int LEAST_PAUSE = 100;
  private static final int LONGEST_PAUSE = 400;

  /** No tile has such a name. */
  private static final String PROBE = "azulejo-probe";

  private final String name;
  private final URI address;
  private final Protocol protocol;
  private final Signer signer;
  private final Transport transport;
  private final Circuit circuit;

  /**
   * @param name for messages
   * @param address what its objects' keys follow after a slash; has no slash at its end
   * @param transport closed with this
   */
  public Bucket(String name, URI address, Protocol protocol, Signer signer, Transport transport) {
    this.name = name;
    this.address = address;
    this.protocol = protocol;
    this.signer = signer;
    this.transport = transport;
    this.circuit =
        new Circuit(
            "The %s %s at %s".formatted(protocol.noun(), name, address.getHost()),
            () -> ask("GET", PROBE, Map.of(), NOTHING),
            Bucket::isOutage);
  }

  private static boolean isOutage(Exception failure) {
    return failure instanceof UnreachableException;
  }

  Protocol protocol() {
    return protocol;
  }

  Optional<StoredObject> get(String key) throws Exception {
    HttpResponse<byte[]> answer = circuit.call(() -> ask("GET", key, Map.of(), NOTHING));
    return answer.statusCode() == 200 ? Optional.of(stored(answer)) : Optional.empty();
  }

  private StoredObject stored(HttpResponse<byte[]> answer) {
    return new StoredObject(
        answer.body(),
        answer.headers().firstValue("Last-Modified").map(Bucket::instant).orElseGet(Instant::now),
        answer.headers().firstValue(protocol.versionHeader()).orElse(""));
  }

  private static Instant instant(String date) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException e) {
      return Instant.now();
    }
  }

  /**
   * @throws RefusedException if a condition among the headers does not hold
   */
  void put(String key, byte[] bytes, Map<String, String> headers) throws Exception {
    HttpResponse<byte[]> answer = circuit.call(() -> ask("PUT", key, headers, bytes));
    if (answer.statusCode() == 404) {
      throw refused(Refusal.of(answer));
    }
  }

  /** Harmless if there is none. */
  void delete(String key, Map<String, String> headers) throws Exception {
    circuit.call(() -> ask("DELETE", key, headers, NOTHING));
  }

  /** The answer, if it is a success or says that there is no such object. */
  private HttpResponse<byte[]> ask(
      String method, String key, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = askTwice(method, key, headers, body);
    if (answer.statusCode() / 100 == 2) {
      return answer;
    }
    Refusal refusal = Refusal.of(answer);
    Protocol.Meaning meaning = protocol.meaning(refusal);
    if (Refusal.isPassing(refusal.status()) || meaning == Protocol.Meaning.LASTING) {
      throw new UnreachableException(protocol.complaint(refusal, name));
    } else if (meaning != Protocol.Meaning.ABSENT) {
      throw refused(refusal);
    }
    return answer;
  }

  private RefusedException refused(Refusal refusal) {
    return new RefusedException(protocol.complaint(refusal, name), refusal);
  }

  /** Stores that are asked too much say so, and expect to be asked again. */
  private HttpResponse<byte[]> askTwice(
      String method, String key, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = askOnce(method, key, headers, body);
    if (!Refusal.isPassing(answer.statusCode())) {
      return answer;
    }
    Thread.sleep(ThreadLocalRandom.current().nextInt(LEAST_PAUSE, LONGEST_PAUSE));
    return askOnce(method, key, headers, body);
  }

  private HttpResponse<byte[]> askOnce(
      String method, String key, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    URI object = URI.create(address + "/" + ObjectPath.encoded(key));
    var publisher =
        body.length == 0 && !method.equals("PUT")
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(signer.address(object)).method(method, publisher);
    var all = new HashMap<>(protocol.headers(method));
    all.putAll(headers);
    signer.signed(method, object, all, body).forEach(request::setHeader);
    return transport.send(request.build());
  }

  @Override
  public void close() throws InterruptedException {
    transport.close();
    circuit.close();
  }
}
