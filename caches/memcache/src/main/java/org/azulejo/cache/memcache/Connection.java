package org.azulejo.cache.memcache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A connection that speaks memcached's text protocol. After an exception it is of no use any more.
 */
final class Connection implements AutoCloseable {
  private static final int LARGEST_VALUE = 96 << 20;

  private final Wire wire;

  Connection(Wire wire) {
    this.wire = wire;
  }

  /**
   * @param version by which to replace just this one
   */
  record Value(byte[] bytes, String version) {}

  Optional<Value> get(String key) throws IOException, InterruptedException {
    String[] answer = ask("gets " + key).split(" ");
    if (answer[0].equals("END")) {
      return Optional.empty();
    } else if (!answer[0].equals("VALUE") || answer.length != 5) {
      throw new RefusedException(String.join(" ", answer));
    }
    byte[] bytes = wire.bytes(size(answer[3]));
    wire.line();
    wire.line();
    return Optional.of(new Value(bytes, answer[4]));
  }

  private static int size(String digits) throws IOException {
    int size = Integer.parseInt(digits);
    if (size > LARGEST_VALUE) {
      throw new IOException("The value has " + size + " bytes, more than is read.");
    }
    return size;
  }

  void set(String key, int expiry, byte[] value) throws IOException, InterruptedException {
    store("set " + key, expiry, value, "");
  }

  /** Whether there was none. */
  boolean add(String key, int expiry, byte[] value) throws IOException, InterruptedException {
    return store("add " + key, expiry, value, "");
  }

  /** Whether it was still of this version. */
  boolean replace(String key, int expiry, byte[] value, String version)
      throws IOException, InterruptedException {
    return store("cas " + key, expiry, value, " " + version);
  }

  private boolean store(String command, int expiry, byte[] value, String version)
      throws IOException, InterruptedException {
    String head = command + " 0 " + expiry + " " + value.length + version + "\r\n";
    wire.write(joined(bytes(head), value, bytes("\r\n")));
    String answer = wire.line();
    return switch (answer) {
      case "STORED" -> true;
      case "NOT_STORED", "EXISTS", "NOT_FOUND" -> false;
      default -> throw new RefusedException(answer);
    };
  }

  void delete(String key) throws IOException, InterruptedException {
    String answer = ask("delete " + key);
    if (!answer.equals("DELETED") && !answer.equals("NOT_FOUND")) {
      throw new RefusedException(answer);
    }
  }

  /** The first line of the answer. */
  String ask(String question) throws IOException, InterruptedException {
    wire.write(bytes(question + "\r\n"));
    return wire.line();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] head, byte[] value, byte[] end) {
    return ByteBuffer.allocate(head.length + value.length + end.length)
        .put(head)
        .put(value)
        .put(end)
        .array();
  }

  @Override
  public void close() {
    wire.close();
  }
}
