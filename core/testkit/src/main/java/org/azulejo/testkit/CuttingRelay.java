package org.azulejo.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.IntSupplier;

/**
 * Stands before a server on this machine and breaks connections off when it is told to. Safe for
 * many threads.
 */
public final class CuttingRelay implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int port;
  private volatile int mostRequested = Integer.MAX_VALUE;
  private volatile int mostAnswered = Integer.MAX_VALUE;

  /**
   * @param port of the server
   */
  public CuttingRelay(int port) throws IOException {
    this.port = port;
    run(this::accept);
  }

  /** Where clients connect instead, on this machine. */
  public int port() {
    return door.getLocalPort();
  }

  /** Connections break off after so many bytes to the server. */
  public void cutRequestsAfter(int bytes) {
    mostRequested = bytes;
  }

  /** Connections break off after so many bytes from the server. */
  public void cutAnswersAfter(int bytes) {
    mostAnswered = bytes;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      run(() -> pass(client, server, () -> mostRequested));
      run(() -> pass(server, client, () -> mostAnswered));
    }
  }

  private static void pass(Socket from, Socket to, IntSupplier most) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      int passed = 0;
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        passed += read;
        if (passed > most.getAsInt()) {
          return;
        }
        out.write(bytes, 0, read);
      }
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  /** Ends with its sockets. */
  private static void run(Task task) {
    var thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // One side has closed its connection.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
