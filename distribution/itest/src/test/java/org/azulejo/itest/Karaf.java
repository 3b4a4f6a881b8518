package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Karaf in a folder of a test: the built one, but with ports of its own and a user. */
record Karaf(Path folder, int httpPort, HttpClient client) implements AutoCloseable {
  static final Path BUILT = Path.of(System.getProperty("azulejo.karaf")).normalize();

  private static final Pattern LISTENING = Pattern.compile("Listening at (http://\\S+)");
  private static final Pattern OURS =
      Pattern.compile("azulejo|system/(org/azulejo|org/xerial|com/fasterxml|.*/jetty.*/12[.].*)");
  private static final int PATIENCE_MILLIS = 180_000;

  /** Where Karaf's artifacts cannot be had, everything else is built and tested all the same. */
  static boolean isBuilt() {
    return Files.exists(BUILT);
  }

  /** Karaf 4.4 wants a security manager, which later versions of Java do not have. */
  static boolean canStart() {
    return isBuilt() && Runtime.version().feature() < 24;
  }

  /** Is still to be started. */
  static Karaf copiedTo(Path folder) throws IOException {
    Home.copy(BUILT, folder, path -> true);
    Karaf karaf = settled(folder);
    karaf.edit("etc/org.azulejo.cfg", "azulejo.port:-8080", "azulejo.port:-0");
    karaf.edit("etc/org.azulejo.cfg", "# grace.seconds = 5", "grace.seconds = 30");
    return karaf;
  }

  /** A Karaf like any other, with nothing of ours. */
  static Karaf withoutAzulejo(Path folder) throws IOException {
    Home.copy(BUILT, folder, path -> !OURS.matcher(path.toString()).matches());
    Karaf karaf = settled(folder);
    Files.delete(folder.resolve("etc/org.azulejo.cfg"));
    karaf.edit("etc/org.apache.karaf.features.cfg", "mvn:org.azulejo/.*, .*\n", "\n");
    karaf.edit("etc/org.apache.karaf.features.cfg", "azulejo-.*/0.1.0.SNAPSHOT(, .*)?\n", "\n");
    karaf.edit("etc/system.properties", "azulejo.home.*", "org.azulejo.port = 0");
    return karaf;
  }

  private static Karaf settled(Path folder) throws IOException {
    List<Integer> ports = freePorts(4);
    var karaf = new Karaf(folder, ports.get(0), HttpClient.newHttpClient());
    Files.writeString(
        folder.resolve("etc/org.ops4j.pax.web.cfg"),
        "org.osgi.service.http.port = " + karaf.httpPort);
    karaf.edit("etc/org.apache.karaf.shell.cfg", "8101", ports.get(1).toString());
    karaf.edit("etc/org.apache.karaf.management.cfg", "= 1099", "= " + ports.get(2));
    karaf.edit("etc/org.apache.karaf.management.cfg", "= 44444", "= " + ports.get(3));
    karaf.edit("etc/users.properties", "(?m)^#(?=karaf|_g_)", "");
    return karaf;
  }

  static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    for (int i = 0; i < count; i++) {
      sockets.add(new ServerSocket(0));
    }
    for (ServerSocket socket : sockets) {
      socket.close();
    }
    return sockets.stream().map(ServerSocket::getLocalPort).toList();
  }

  private void edit(String file, String pattern, String replacement) throws IOException {
    String text = Files.readString(folder.resolve(file));
    String edited = text.replaceAll(pattern, replacement);
    assertThat(edited).as(file).isNotEqualTo(text);
    Files.writeString(folder.resolve(file), edited);
  }

  /**
   * Gives commands to Karaf's shell, as soon as there is one.
   *
   * @param commands a line for each
   * @return what it said
   */
  String run(String commands) throws IOException, InterruptedException {
    return run("karaf", commands);
  }

  /** The same as another user, whose password is the name. */
  String run(String user, String commands) throws IOException, InterruptedException {
    String client = "bin/client -b -r 90 -d 1 -u %1$s -p %1$s".formatted(user);
    return commands().run(client + " << 'END'\n" + commands + "\nEND");
  }

  /** Opens Karaf's shell at a terminal, as somebody who types does; {@code logout} ends it. */
  Shell terminal() throws IOException {
    var client = "bin/client -u karaf -p karaf";
    Process process =
        new ProcessBuilder("script", "-qec", client, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    return Shell.of(process.inputReader(), process.outputWriter(), "@root()> ");
  }

  private Commands commands() {
    return new Commands(folder);
  }

  void start() throws IOException, InterruptedException {
    commands().run("bin/start");
  }

  /** Stops it and starts it again, as its operators do; it serves then. */
  void restart() throws Exception {
    int before = addresses().size();
    close();
    start();
    Eventually.that("it listens", PATIENCE_MILLIS, () -> addresses().size() > before);
  }

  /** An operator's script, with the first token. */
  Admin admin() throws IOException {
    return new Admin(site(), Files.readString(folder.resolve("etc/admin.token")).strip());
  }

  void awaitTiles() throws Exception {
    Eventually.that("it listens", PATIENCE_MILLIS, () -> !addresses().isEmpty());
  }

  /** Where tiles are served at present; the log tells, for the port may be any. */
  Site site() throws IOException {
    List<String> addresses = addresses();
    return site(addresses.get(addresses.size() - 1));
  }

  /** Karaf's own web server, where it runs. */
  Site http() {
    return site("http://127.0.0.1:" + httpPort + "/");
  }

  private Site site(String address) {
    return (method, path, body, headers) ->
        Site.ask(client, method, URI.create(address).resolve(path), body, headers);
  }

  private List<String> addresses() throws IOException {
    return LISTENING.matcher(log()).results().map((MatchResult found) -> found.group(1)).toList();
  }

  String log() throws IOException {
    Path log = folder.resolve("data/log/karaf.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /** Stops it as its operators do, and waits until it has ended. */
  @Override
  public void close() throws Exception {
    String pid = Files.readString(folder.resolve("karaf.pid")).strip();
    ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    commands().run("bin/stop");
    process.onExit().get(1, TimeUnit.MINUTES);
  }
}
