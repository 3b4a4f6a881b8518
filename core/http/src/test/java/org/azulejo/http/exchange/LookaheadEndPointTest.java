package org.azulejo.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookaheadEndPointTest {
  private SocketChannel client;
  private SocketChannel accepted;
  private LookaheadEndPoint server;

  @BeforeEach
  void connect() throws IOException {
    try (var listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      client = SocketChannel.open(listening.getLocalAddress());
      accepted = listening.accept();
    }
    accepted.configureBlocking(false);
    server = new LookaheadEndPoint(accepted, null, null, null, Runnable::run);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    accepted.close();
  }

  @Test
  void whoIsQuietIsStillThere() {
    assertThat(server.isHungUp()).isFalse();
  }

  @Test
  void whoClosesIsGone() throws IOException {
    client.close();

    assertThat(seenGone()).isTrue();
    assertThat(server.isHungUp()).isTrue();
  }

  @Test
  void whatCameBeforeTheEndIsStillToBeRead() throws IOException {
    send("bye");
    client.close();

    assertThat(seenGone()).isTrue();
    assertThat(read()).isEqualTo("bye");
    assertThat(server.fill(BufferUtil.allocate(8))).isEqualTo(-1);
  }

  @Test
  void whatIsReadAheadIsHandedOutFirstAndPieceByPiece() throws IOException {
    send("one");
    lookUntilItIsThere("one");
    send("two");
    ByteBuffer piece = BufferUtil.allocate(2);

    assertThat(server.fill(piece)).isEqualTo(2);
    assertThat(BufferUtil.toString(piece)).isEqualTo("on");
    assertThat(read()).isEqualTo("e");
    assertThat(read()).isEqualTo("two");
  }

  @Test
  void whoeverWaitsToReadIsToldOfWhatWasReadAhead() throws IOException {
    send("one");
    lookUntilItIsThere("one");
    var told = new CompletableFuture<Void>();

    server.fillInterested(Callback.from(told));

    assertThat(told).isCompleted();
    assertThat(read()).isEqualTo("one");
  }

  @Test
  void nothingIsTakenFromWhoeverWaitsToRead() throws IOException {
    server.fillInterested(Callback.NOOP);
    client.close();

    assertThat(server.isHungUp()).isFalse();
  }

  @Test
  void noMoreIsReadAheadThanIsGoodForAnybody() throws IOException {
    send("x".repeat(5000));
    lookUntilItIsThere("x".repeat(512));

    assertThat(server.isHungUp()).isFalse();
    assertThat(server.ahead()).isEqualTo(512);
  }

  private void send(String text) throws IOException {
    client.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The end of a connection takes its time, even to the next room. */
  private boolean seenGone() {
    boolean gone = server.isHungUp();
    for (int i = 0; i < 1000 && !gone; i++) {
      Thread.yield();
      gone = server.isHungUp();
    }
    return gone;
  }

  private void lookUntilItIsThere(String text) {
    while (server.ahead() < text.length()) {
      server.isHungUp();
    }
  }

  private String read() throws IOException {
    ByteBuffer buffer = BufferUtil.allocate(8192);
    while (server.fill(buffer) == 0) {
      Thread.yield();
    }
    return BufferUtil.toString(buffer);
  }
}
