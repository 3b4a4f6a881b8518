package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts and people may rely on. */
class CommandLineIT {
  private static final String CONFIGURATION =
      """
      {"layers": {"plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}}}}
      """;

  @TempDir Path folder;

  @Test
  void itSaysWhereItIsReadyAndEndsWithZero() throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    var server = Server.start(home, home.configuration(CONFIGURATION), "-i", "127.0.0.1");
    assertThat(server.address().toString()).matches("http://127\\.0\\.0\\.1:\\d+/");
    assertThat(server.get("/plain/0/0/0.png").status()).isEqualTo(200);
    assertThat(server.stop()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POSIX", "C", "de_DE.UTF-8", "not a locale"})
  void tilesOfALayerWithAnUmlautAreKeptInAnyLocale(String locale) throws Exception {
    Home home = Home.copiedTo(folder.resolve("azulejo"));
    Path configuration =
        home.configuration(
            """
            {"cache": {"name": "disk", "path": "../cache"},
             "layers": {"Geb\u00e4ude": {
               "provider": {"name": "sandwich", "stack": [{"color": "#123456"}]}}}}
            """);
    try (var server = Server.start(home, configuration, Map.of("LC_ALL", locale))) {
      assertThat(server.get("/Geb%C3%A4ude/0/0/0.png").status()).isEqualTo(200);
      assertThat(server.log()).doesNotContain("could not");
    }
    try (var all = Files.walk(home.folder().resolve("cache"))) {
      assertThat(all.filter(file -> file.toString().endsWith(".png"))).hasSize(1);
    }
  }

  @Test
  void helpHelps() throws Exception {
    Outcome help = run("--help");
    assertThat(help.code).isZero();
    assertThat(help.out).contains("azulejo serve", "-c", "-i", "-p");
    assertThat(run("serve", "--help").out).contains("-c", "127.0.0.1", "8080");
  }

  @Test
  void whatIsWrongIsSaidInOneLineAndTheCodeIsTwo() throws Exception {
    Path good = Files.writeString(folder.resolve("good.json"), CONFIGURATION);
    Path bad = Files.writeString(folder.resolve("bad.json"), "{ oops");
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      refused("--colour", "serve", "--colour", "oops");
      refused("-p", "serve", "-p");
      refused("99999", "serve", "-p", "99999");
      refused("dance", "dance");
      refused("absent.json", "serve", "-c", folder.resolve("absent.json").toString(), "-p", "0");
      refused("line 1", "serve", "-c", bad.toString(), "-p", "0");
      String port = Integer.toString(taken.getLocalPort());
      refused(port, "serve", "-c", good.toString(), "-p", port);
    }
  }

  @Test
  void aCheckTellsHowEachLayerFares() throws Exception {
    Outcome good = run("check");
    assertThat(good.code).isZero();
    assertThat(good.out.lines()).hasSizeGreaterThan(9).allMatch(l -> l.startsWith("active   "));
    assertThat(good.error).isEmpty();
    Path bad =
        Files.writeString(
            folder.resolve("bad.json"),
            """
            {"cache": {"name": "memory"}, "layers": {
              "plain": {"provider": {"name": "sandwich", "stack": [{"color": "#123456"}], "x": 1}},
              "lacks": {"provider": {"name": "mapnik"}},
              "fails": {"provider": {"name": "sandwich"}}}}
            """);
    Outcome mixed = run("check", bad.toString());
    assertThat(mixed.code).isEqualTo(1);
    List<String> lines = mixed.out.lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo("active   plain");
    assertThat(lines.get(1)).startsWith("           layers.plain.provider.x is not used");
    assertThat(lines.get(2)).isEqualTo("waiting  lacks: Waits for provider \"mapnik\".");
    assertThat(lines.get(3)).startsWith("failed   fails: layers.fails.provider.stack: ");

    Outcome broken = run("check", Files.writeString(folder.resolve("no.json"), "{").toString());
    assertThat(broken.code).isEqualTo(1);
    assertThat(broken.out).startsWith("no.json: line 1, column ").hasLineCount(1);
    refused("--quiet", "check", "--quiet");
  }

  private void refused(String word, String... arguments) throws Exception {
    Outcome outcome = run(arguments);
    assertThat(outcome.code).as(String.join(" ", arguments)).isEqualTo(2);
    assertThat(outcome.out).isEmpty();
    List<String> said = outcome.error.lines().filter(line -> !line.isBlank()).toList();
    assertThat(said.get(said.size() - 1)).contains(word);
    assertThat(outcome.error).doesNotContain("\tat ");
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(Home.BUILT.resolve("bin/azulejo").toString()));
    command.addAll(List.of(arguments));
    Path error = Files.createTempFile(folder, "error", ".txt");
    Process process = new ProcessBuilder(command).redirectError(error.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), out, Files.readString(error));
  }

  private record Outcome(int code, String out, String error) {}
}
