package org.azulejo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.azulejo.admin.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
  @TempDir Path folder;

  private String rights(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
  }

  @Test
  void theFirstStartMakesAnAdminWhoseTokenIsNotKept() throws IOException {
    try (var console = new Console(folder)) {
      assertThat(console.token).hasSizeGreaterThanOrEqualTo(43);
      assertThat(Files.readString(folder.resolve("admin.users")))
          .contains("admin admin ")
          .doesNotContain(console.token);
      assertThat(rights("admin.users")).isEqualTo("rw-------");
      assertThat(console.admin(Ask.get("api/users")).status()).isEqualTo(200);
    }
  }

  @Test
  void laterStartsKeepTheUsers() throws IOException {
    String first;
    String second;
    try (var console = new Console(folder)) {
      first = console.token;
      second = console.user("ann", Role.OPERATOR);
    }
    try (var console = new Console(folder)) {
      assertThat(console.token).isEmpty();
      assertThat(console.answer(Ask.get("api/users").bearer(first)).status()).isEqualTo(200);
      assertThat(console.answer(Ask.get("api/users").bearer(second)).status()).isEqualTo(403);
      assertThat(console.answer(Ask.get("api/audit").bearer(second)).status()).isEqualTo(200);
    }
  }

  @Test
  void aFileThatOthersCanReadIsClosed() throws IOException {
    new Console(folder).close();
    Path file = folder.resolve("admin.users");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    new Console(folder).close();

    assertThat(rights("admin.users")).isEqualTo("rw-------");
  }

  @Test
  void aFileThatCannotBeReadOpensTheConsoleToNobody() throws IOException {
    Files.writeString(folder.resolve("admin.users"), "admin admin secret\n");

    assertThatThrownBy(() -> new Console(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the line of \"admin\"")
        .hasMessageNotContaining("secret");
    assertThat(Files.readString(folder.resolve("admin.users"))).isEqualTo("admin admin secret\n");
  }

  @Test
  void theTokenGoesIntoAFileOfTheOwner() throws IOException {
    new Welcome(folder.resolve("admin.users")).token("abc");

    assertThat(Files.readString(folder.resolve("admin.token"))).isEqualTo("abc\n");
    assertThat(rights("admin.token")).isEqualTo("rw-------");
  }

  @Test
  void usersComeAndGo() throws IOException {
    try (var console = new Console(folder)) {
      Ask post = Ask.of("POST", "api/users");
      String wish = "{\"name\": \"ann\", \"role\": \"viewer\"}";
      var added = console.admin(post.json(wish));
      assertThat(added.status()).isEqualTo(201);
      String token = Console.json(added).path("token").asText();
      assertThat(console.answer(Ask.get("api/layers").bearer(token)).status()).isEqualTo(200);

      assertThat(console.admin(Ask.of("POST", "api/users").json(wish)).status()).isEqualTo(409);
      JsonNode users = Console.json(console.admin(Ask.get("api/users"))).path("users");
      assertThat(users.findValuesAsText("name")).containsExactly("admin", "ann");
      assertThat(users.toString()).doesNotContain(token).doesNotContain("digest");

      assertThat(console.admin(Ask.of("DELETE", "api/users/ann")).status()).isEqualTo(204);
      assertThat(console.admin(Ask.of("DELETE", "api/users/ann")).status()).isEqualTo(404);
      assertThat(console.answer(Ask.get("api/layers").bearer(token)).status()).isEqualTo(401);
    }
  }

  @Test
  void theLastAdminStays() throws IOException {
    try (var console = new Console(folder)) {
      assertThat(console.admin(Ask.of("DELETE", "api/users/admin")).status()).isEqualTo(409);
      console.user("other", Role.ADMIN);
      assertThat(console.admin(Ask.of("DELETE", "api/users/admin")).status()).isEqualTo(204);
      assertThat(console.admin(Ask.get("api/users")).status()).isEqualTo(401);
    }
  }

  @Test
  void wishesThatMakeNoSenseAreRefused() throws IOException {
    try (var console = new Console(folder)) {
      for (String wish :
          List.of(
              "{\"name\": \"a b\", \"role\": \"viewer\"}",
              "{\"name\": \"../a\", \"role\": \"viewer\"}",
              "{\"name\": \"\", \"role\": \"viewer\"}",
              "{\"name\": \"a\", \"role\": \"root\"}",
              "{\"name\": \"a\"}")) {
        assertThat(console.admin(Ask.of("POST", "api/users").json(wish)).status()).isEqualTo(422);
      }
      for (String wish :
          List.of(
              "{\"name\": \"a\", \"role\": \"viewer\", \"token\": \"mine\"}",
              "{\"name\": 1, \"role\": \"viewer\"}",
              "[]",
              "{",
              "")) {
        assertThat(console.admin(Ask.of("POST", "api/users").json(wish)).status()).isEqualTo(400);
      }
      assertThat(Console.json(console.admin(Ask.get("api/users"))).path("users")).hasSize(1);
    }
  }
}
