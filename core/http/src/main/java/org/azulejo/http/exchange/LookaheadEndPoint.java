package org.azulejo.http.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that can be asked whether the other side has hung up while nobody reads from it.
 *
 * <p>The only way to learn that is to read. What is read by the way, such as the next request of
 * the same client, is kept and handed out before anything else.
 */
public final class LookaheadEndPoint extends SocketChannelEndPoint {
  private static final int AHEAD = 512;

  private final Object reading = new Object();
  private final Executor executor;
  private ByteBuffer ahead = BufferUtil.EMPTY_BUFFER;

  public LookaheadEndPoint(
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler,
      Executor executor) {
    super(channel, selector, key, scheduler);
    this.executor = executor;
  }

  /**
   * Whether the other side sends nothing any more: it closed the connection, or its half of it. No
   * while there are bytes of it left to read.
   */
  boolean isHungUp() {
    synchronized (reading) {
      return !isFillInterested() && ahead.remaining() < AHEAD && look() < 0;
    }
  }

  /** How many bytes have been read ahead. */
  int ahead() {
    synchronized (reading) {
      return ahead.remaining();
    }
  }

  private int look() {
    try {
      ByteBuffer more = BufferUtil.allocate(AHEAD);
      BufferUtil.append(more, ahead);
      int read;
      do {
        read = super.fill(more);
      } while (read > 0 && BufferUtil.space(more) > 0);
      ahead = more;
      return read;
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    synchronized (reading) {
      return ahead.hasRemaining() ? BufferUtil.append(buffer, ahead) : super.fill(buffer);
    }
  }

  /** Called when somebody waits to read: the selector knows nothing of bytes read already. */
  @Override
  protected void needsFillInterest() {
    synchronized (reading) {
      if (ahead.hasRemaining()) {
        executor.execute(() -> getFillInterest().fillable());
      } else {
        super.needsFillInterest();
      }
    }
  }
}
