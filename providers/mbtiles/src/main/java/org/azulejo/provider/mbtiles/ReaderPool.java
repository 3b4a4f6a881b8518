package org.azulejo.provider.mbtiles;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Readers to share among threads; at most as many as pay. The one used last is given out first, for
 * its page cache is warm. Not to be closed while one is in use.
 */
final class ReaderPool implements AutoCloseable {
  /** Some more than processors on a small machine, where readers wait for the disk. */
  private static final int MOST = Math.max(4, Runtime.getRuntime().availableProcessors());

  private final Opener opener;
  private final Semaphore permits = new Semaphore(MOST);
  private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();

  ReaderPool(Opener opener) {
    this.opener = opener;
  }

  /** Waits until a reader is free. One that failed is not used again. */
  <T> T read(Question<T> question) throws SQLException, InterruptedException {
    permits.acquire();
    try {
      Reader waiting = idle.pollFirst();
      Reader reader = waiting == null ? opener.open() : waiting;
      return ask(question, reader);
    } finally {
      permits.release();
    }
  }

  private <T> T ask(Question<T> question, Reader reader) throws SQLException {
    try {
      T answer = question.ask(reader);
      idle.addFirst(reader);
      return answer;
    } catch (SQLException | RuntimeException | Error e) {
      reader.close();
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.close();
    }
  }

  /** Opens one reader more. */
  @FunctionalInterface
  interface Opener {
    Reader open() throws SQLException;
  }

  /** What is to be read. */
  @FunctionalInterface
  interface Question<T> {
    T ask(Reader reader) throws SQLException;
  }
}
