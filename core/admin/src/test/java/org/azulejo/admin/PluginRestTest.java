package org.azulejo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.azulejo.admin.fake.FakeInstaller;
import org.azulejo.web.WebAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins for scripts, and the jobs that bring and take them. */
class PluginRestTest {
  @TempDir Path folder;
  private Console console;

  @BeforeEach
  void start() throws IOException {
    console = new Console(folder);
  }

  @AfterEach
  void stop() {
    console.services.installer.pause.countDown();
    console.close();
  }

  private static Ask upload(String name, String version, String signer) {
    return Ask.of("POST", "api/plugins")
        .body("application/java-archive", FakeInstaller.jar(name, version, signer));
  }

  private JsonNode job(WebAnswer accepted) {
    assertThat(accepted.status()).isEqualTo(202);
    String path = Console.header(accepted, "Location").substring("/admin/".length());
    return Console.json(console.admin(Ask.get(path)));
  }

  /** The job once it has ended. */
  private JsonNode end(WebAnswer accepted) {
    JsonNode job = job(accepted);
    while (!job.has("ended")) {
      LockSupport.parkNanos(1_000_000);
      job = job(accepted);
    }
    return job;
  }

  @Test
  void aJarIsInstalledByAJob() {
    JsonNode job = end(console.admin(upload("org.example.a", "1.0", "Example")));

    assertThat(job.path("state").asText()).isEqualTo("done");
    assertThat(job.path("steps").toString()).isEqualTo("[\"checked\",\"started\"]");
    assertThat(job.path("result").asText())
        .isEqualTo("org.example.a 1.0 is in use; trust: Example.");
    assertThat(job.path("who").asText()).isEqualTo("admin");
    JsonNode plugins = Console.json(console.admin(Ask.get("api/plugins")));
    assertThat(plugins.path("installed").findValuesAsText("symbolicName"))
        .containsExactly("org.example.a");
    assertThat(plugins.path("missing").toString()).contains("mapnik");
    assertThat(plugins.path("plugins").findValuesAsText("bundle"))
        .contains("org.azulejo.provider.mbtiles");
  }

  @Test
  void aJarThatNobodyVouchesForIsRefusedAtOnce() {
    WebAnswer answer = console.admin(upload("org.example.a", "1.0", "nobody"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Console.json(answer).path("error").asText())
        .isEqualTo("Nobody vouches for org.example.a.");
    assertThat(console.services.installer.installed()).isEmpty();
    assertThat(Console.json(console.admin(Ask.get("api/jobs"))).path("jobs")).isEmpty();
    assertThat(Console.text(console.admin(Ask.get("api/audit")))).contains("Nobody vouches for");
  }

  @Test
  void aJarOfTheFolderIsInstalledByItsName() throws IOException {
    Path jar = folder.resolve("jars/inner/a.jar");
    Files.createDirectories(jar.getParent());
    Files.write(jar, FakeInstaller.jar("org.example.a", "1.0", "Example"));

    WebAnswer answer =
        console.admin(Ask.of("POST", "api/plugins").json("{\"path\": \"inner/a.jar\"}"));

    assertThat(end(answer).path("state").asText()).isEqualTo("done");
  }

  @Test
  void aPluginIsUpdatedAndRemoved() {
    end(console.admin(upload("org.example.a", "1.0", "Example")));
    end(console.admin(upload("org.example.a", "2.0", "Example")));
    assertThat(console.services.installer.installed())
        .singleElement()
        .satisfies(installed -> assertThat(installed.version()).isEqualTo("2.0"));

    Ask removal = Ask.of("DELETE", "api/plugins/org.example.a");
    assertThat(end(console.admin(removal)).path("result").asText())
        .isEqualTo("org.example.a is gone.");
    assertThat(console.services.installer.installed()).isEmpty();
    assertThat(console.admin(removal).status()).isEqualTo(404);
  }

  @Test
  void theSameKeyBeginsOneJob() {
    Ask first = upload("org.example.a", "1.0", "Example").with("idempotency-key", "k1");
    Ask second = upload("org.example.a", "1.0", "Example").with("idempotency-key", "k1");
    Ask other = upload("org.example.a", "2.0", "Example").with("idempotency-key", "k1");

    String id = end(console.admin(first)).path("id").asText();

    assertThat(job(console.admin(second)).path("id").asText()).isEqualTo(id);
    assertThat(console.admin(other).status()).isEqualTo(422);
    assertThat(Console.json(console.admin(Ask.get("api/jobs"))).path("jobs")).hasSize(1);
    Ask odd = upload("org.example.a", "1.0", "Example").with("idempotency-key", "a b");
    assertThat(console.admin(odd).status()).isEqualTo(400);
  }

  @Test
  void onlySoManyJobsMayWait() {
    console.services.installer.pause = new CountDownLatch(1);
    WebAnswer first = console.admin(upload("org.example.a", "1.0", "Example"));
    while (!job(first).path("state").asText().equals("running")) {
      LockSupport.parkNanos(1_000_000);
    }
    WebAnswer last = first;
    for (int i = 0; i < 8; i++) {
      last = console.admin(upload("org.example.a", "1." + i, "Example"));
      assertThat(job(last).path("state").asText()).isEqualTo("queued");
    }

    WebAnswer tooMany = console.admin(upload("org.example.a", "9.0", "Example"));

    assertThat(tooMany.status()).isEqualTo(503);
    assertThat(Console.header(tooMany, "Retry-After")).isNotEmpty();
    console.services.installer.pause.countDown();
    assertThat(end(last).path("state").asText()).isEqualTo("done");
  }

  @Test
  void whatWaitsWhenTheConsoleEndsIsNotDoneAndNothingIsLeft() throws IOException {
    console.services.installer.pause = new CountDownLatch(1);
    WebAnswer first = console.admin(upload("org.example.a", "1.0", "Example"));
    while (!job(first).path("state").asText().equals("running")) {
      LockSupport.parkNanos(1_000_000);
    }
    WebAnswer second = console.admin(upload("org.example.b", "1.0", "Example"));
    var end = new Thread(console::close);
    end.start();
    while (!job(second).has("ended")) {
      LockSupport.parkNanos(1_000_000);
    }
    console.services.installer.pause.countDown();
    while (end.isAlive()) {
      LockSupport.parkNanos(1_000_000);
    }

    assertThat(job(second).path("state").asText()).isEqualTo("failed");
    assertThat(job(first).path("state").asText()).isEqualTo("done");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("azulejo-admin"));
  }

  @Test
  void bodiesThatMakeNoSenseAreRefused() {
    Ask post = Ask.of("POST", "api/plugins");
    assertThat(console.admin(post.body("text/plain", new byte[3])).status()).isEqualTo(415);
    assertThat(console.admin(post.json("{}")).status()).isEqualTo(400);
    assertThat(console.admin(Ask.of("POST", "api/plugins").json("{\"url\": \"a\"}")).status())
        .isEqualTo(400);
    assertThat(
            console
                .admin(Ask.of("POST", "api/plugins").body("application/java-archive", new byte[3]))
                .status())
        .isEqualTo(422);
  }

  @Test
  void whereNothingInstallsThatIsSaid() {
    console.services.hasInstaller = false;

    assertThat(console.admin(upload("org.example.a", "1.0", "Example")).status()).isEqualTo(503);
    assertThat(console.admin(Ask.of("DELETE", "api/plugins/a")).status()).isEqualTo(503);
    assertThat(console.admin(Ask.get("api/plugins")).status()).isEqualTo(200);
  }
}
