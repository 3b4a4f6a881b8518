package org.azulejo.cache.memcache;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Bytes to and from a server. Nothing takes longer than the time-out without a byte going through;
 * a blocking socket would wait for ever for a server that does not take what is sent. For one
 * thread at a time.
 */
final class Wire implements AutoCloseable {
  private static final int LONGEST_LINE = 2048;
  private static final int PIECE = 64 * 1024;

  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey readiness;
  private final long timeout;
  private final ByteBuffer in = ByteBuffer.allocate(16 * 1024).flip();

  private Wire(SocketChannel channel, Selector selector, Duration timeout) throws IOException {
    this.channel = channel;
    this.selector = selector;
    this.timeout = timeout.toMillis();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    this.readiness = channel.register(selector, 0);
  }

  static Wire to(InetSocketAddress address, Duration timeout)
      throws IOException, InterruptedException {
    if (address.isUnresolved()) {
      throw new UnknownHostException("There is no host " + address.getHostString() + ".");
    }
    SocketChannel channel = SocketChannel.open();
    Selector selector = Selector.open();
    try {
      var wire = new Wire(channel, selector, timeout);
      wire.connect(address);
      return wire;
    } catch (IOException | InterruptedException | RuntimeException e) {
      channel.close();
      selector.close();
      throw e;
    }
  }

  private void connect(InetSocketAddress address) throws IOException, InterruptedException {
    boolean connected = channel.connect(address);
    while (!connected) {
      await(SelectionKey.OP_CONNECT);
      connected = channel.finishConnect();
    }
  }

  void write(byte[] bytes) throws IOException, InterruptedException {
    int written = 0;
    while (written < bytes.length) {
      int count = channel.write(piece(bytes, written));
      if (count == 0) {
        await(SelectionKey.OP_WRITE);
      }
      written += count;
    }
  }

  /** Java keeps memory outside of the heap for each thread, as much as was ever sent at once. */
  private static ByteBuffer piece(byte[] bytes, int from) {
    return ByteBuffer.wrap(bytes, from, Math.min(PIECE, bytes.length - from));
  }

  /** The next line, without its end. */
  String line() throws IOException, InterruptedException {
    var line = new StringBuilder();
    int next = next();
    while (next != '\n') {
      line.append((char) next);
      if (line.length() > LONGEST_LINE) {
        throw new IOException("The server does not speak memcached's text protocol.");
      }
      next = next();
    }
    return line.toString().stripTrailing();
  }

  private int next() throws IOException, InterruptedException {
    while (!in.hasRemaining()) {
      fill(in.clear());
      in.flip();
    }
    return in.get();
  }

  /** The next so many bytes. */
  byte[] bytes(int count) throws IOException, InterruptedException {
    byte[] bytes = new byte[count];
    int got = Math.min(in.remaining(), count);
    in.get(bytes, 0, got);
    while (got < count) {
      got += fill(piece(bytes, got));
    }
    return bytes;
  }

  private int fill(ByteBuffer buffer) throws IOException, InterruptedException {
    int read = channel.read(buffer);
    while (read == 0) {
      await(SelectionKey.OP_READ);
      read = channel.read(buffer);
    }
    if (read < 0) {
      throw new EOFException("The server has closed the connection.");
    }
    return read;
  }

  private void await(int operation) throws IOException, InterruptedException {
    readiness.interestOps(operation);
    int ready = selector.select(timeout);
    selector.selectedKeys().clear();
    if (Thread.interrupted()) {
      throw new InterruptedException("Interrupted while waiting for memcached.");
    } else if (ready == 0) {
      throw new SocketTimeoutException("No answer within " + timeout + " ms.");
    }
  }

  @Override
  public void close() {
    try (channel;
        selector) {
      in.clear();
    } catch (IOException e) {
      // It is given up in any case.
    }
  }
}
