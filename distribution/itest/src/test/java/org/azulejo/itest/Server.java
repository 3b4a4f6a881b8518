package org.azulejo.itest;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A running server, started by its own script. */
final class Server implements Site, AutoCloseable {
  private static final String READY = "Azulejo is ready at ";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final BufferedReader out;
  private final Path log;
  private final URI address;

  private Server(Process process, BufferedReader out, Path log, URI address) {
    this.process = process;
    this.out = out;
    this.log = log;
    this.address = address;
  }

  static Server start(Home home, Path configuration, String... more) throws IOException {
    return start(home, configuration, Map.of(), more);
  }

  static Server start(
      Home home, Path configuration, Map<String, String> environment, String... more)
      throws IOException {
    var command = new ArrayList<>(List.of(home.folder().resolve("bin/azulejo").toString()));
    command.addAll(List.of("serve", "-c", configuration.toString(), "-p", "0"));
    command.addAll(List.of(more));
    Path log = Files.createTempFile(home.folder(), "server", ".log");
    var builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().merge("JAVA_OPTS", "-Xmx256m", (a, b) -> a + " " + b);
    Process process = builder.start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    if (line == null || !line.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException("The server said \"" + line + "\"; log: " + Files.readString(log));
    }
    return new Server(process, out, log, URI.create(line.substring(READY.length())));
  }

  URI address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public Reply send(String method, String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    return Site.ask(client, method, address.resolve(path), body, headers);
  }

  /** The shell that it was started with; to be asked for once. */
  Shell shell() throws IOException {
    return Shell.of(out, process.outputWriter(StandardCharsets.UTF_8), "azulejo> ");
  }

  /** Waits until it has ended by itself; gives its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("The server did not end within 30 seconds.");
    }
    return process.exitValue();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  /** Open files, sockets and pipes of the process. */
  long handles() throws IOException {
    try (var all = Files.list(Path.of("/proc/" + pid() + "/fd"))) {
      return all.count();
    }
  }

  /** Names of the threads of the process. */
  List<String> threads() throws IOException, InterruptedException {
    return jcmd("Thread.print").lines().filter(l -> l.startsWith("\"")).map(Server::name).toList();
  }

  /** How many generations of a class are loaded, after a full collection. */
  long generations(String className) throws IOException, InterruptedException {
    jcmd("GC.run");
    return jcmd("GC.class_histogram")
        .lines()
        .filter(line -> line.matches(".*\\s" + className.replace(".", "\\.") + "(\\s.*)?"))
        .count();
  }

  /** How many objects of a class there are; a collection comes first. */
  long instances(String className) throws IOException, InterruptedException {
    return jcmd("GC.class_histogram")
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 3 && words[3].equals(className))
        .mapToLong(words -> Long.parseLong(words[1]))
        .sum();
  }

  /** Bytes in use after a full collection. */
  long heap() throws IOException, InterruptedException {
    String histogram = jcmd("GC.class_histogram");
    String total = histogram.strip().lines().reduce((first, last) -> last).orElseThrow();
    return Long.parseLong(total.strip().split("\\s+")[2]);
  }

  private static String name(String line) {
    return line.substring(1, line.indexOf('"', 1));
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked = new ProcessBuilder(tool, Long.toString(pid()), command).start();
    String said = new String(asked.getInputStream().readAllBytes());
    asked.waitFor();
    return said;
  }

  /** Ends it as a service manager does; gives its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    try {
      return end();
    } finally {
      process.destroyForcibly();
    }
  }

  /** It goes on with nothing, and keeps whatever it holds. */
  void freeze() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", Long.toString(pid())).start().waitFor();
  }

  /** Ends it as a power failure does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
    }
  }
}
