package org.azulejo.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Does what a block of commands says, in a folder, with the Java of the test. */
record Commands(Path folder, Map<String, String> environment) {
  Commands(Path folder) {
    this(folder, Map.of());
  }

  /** Gives what it printed. */
  String run(String commands) throws IOException, InterruptedException {
    var shell = new ProcessBuilder("sh", "-e", "-c", commands).directory(folder.toFile());
    Path java = Path.of(System.getProperty("java.home"));
    shell.environment().put("JAVA_HOME", java.toString());
    shell
        .environment()
        .merge("PATH", java.resolve("bin").toString(), (a, b) -> b + File.pathSeparator + a);
    shell.environment().putAll(environment);
    Process process = shell.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(commands + said).isZero();
    return said;
  }
}
