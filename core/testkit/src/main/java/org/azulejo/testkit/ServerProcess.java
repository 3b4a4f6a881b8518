package org.azulejo.testkit;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real server of somebody else, for tests: runs on a free port of this machine until it is
 * closed. Where it is not installed, the test is skipped.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<String> command;
  private final int port;
  private Process process;

  private ServerProcess(List<String> command, int port) throws Exception {
    this.command = command;
    this.port = port;
    this.process = launch();
  }

  /** A Redis that writes nothing to the disk. */
  public static ServerProcess redis(String... settings) throws Exception {
    return start(
        List.of("redis-server", "--bind", "127.0.0.1", "--save", "", "--port", "{port}"), settings);
  }

  /**
   * A Sentinel of Redis.
   *
   * @param configuration that it may write to
   */
  public static ServerProcess sentinel(Path configuration) throws Exception {
    return start(
        List.of(
            "redis-server",
            configuration.toString(),
            "--sentinel",
            "--bind",
            "127.0.0.1",
            "--port",
            "{port}"));
  }

  public static ServerProcess memcached(String... settings) throws Exception {
    return start(List.of("memcached", "-u", "nobody", "-l", "127.0.0.1", "-p", "{port}"), settings);
  }

  /**
   * A server in JavaScript.
   *
   * @param arguments what follows {@code node}; {@code {port}} in them is filled in
   */
  public static ServerProcess node(String... arguments) throws Exception {
    return start(List.of("node"), arguments);
  }

  /**
   * A server in Java.
   *
   * @param arguments what follows {@code java}; {@code {port}} in them is filled in
   */
  public static ServerProcess java(String... arguments) throws Exception {
    return run(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), arguments);
  }

  private static ServerProcess start(List<String> command, String... settings) throws Exception {
    Assumptions.assumeTrue(isInstalled(command.get(0)), command.get(0) + " is not installed");
    return run(command, settings);
  }

  /** Runs the command with {@code {port}} filled in, and waits until it listens. */
  private static ServerProcess run(List<String> command, String... settings) throws Exception {
    int port = freePort();
    List<String> filled =
        Stream.concat(command.stream(), Stream.of(settings))
            .map(word -> word.replace("{port}", Integer.toString(port)))
            .toList();
    return new ServerProcess(filled, port);
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  /** It ends at once, as if killed. */
  public void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** It runs again on the same port, and remembers nothing. */
  public void restart() throws Exception {
    stop();
    process = launch();
  }

  /** It takes connections but answers nothing. */
  public void pause() throws Exception {
    signal("-STOP");
    while (isAnyThreadAwake()) {
      Thread.onSpinWait();
    }
  }

  /** The signal reaches one thread after the other. */
  private boolean isAnyThreadAwake() throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
          return true;
        }
      }
      return false;
    }
  }

  public void resume() throws Exception {
    signal("-CONT");
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
  }

  private Process launch() throws Exception {
    Process launched =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens()) {
      if (!launched.isAlive() || System.nanoTime() > end) {
        launched.destroyForcibly();
        throw new AssertionError("The server does not start: " + String.join(" ", command));
      }
      Thread.sleep(10);
    }
    return launched;
  }

  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
