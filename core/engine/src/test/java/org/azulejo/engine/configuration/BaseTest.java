package org.azulejo.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseTest {
  private final Path folder = Path.of("configurations", "of mine").toAbsolutePath();
  private final Base local = Base.of(folder);
  private final Base remote = Base.around(URI.create("http://example.org/maps/a.json?key=1/2"));

  @Test
  void aRelativePathStartsFromTheFolder() {
    assertThat(local.path("tiles/osm")).isEqualTo(folder.resolve("tiles/osm"));
    assertThat(local.path("../t")).isEqualTo(folder.resolveSibling("t"));
  }

  @Test
  void anAbsolutePathStaysWhatItIs() {
    Path absolute = Path.of("tiles").toAbsolutePath();
    assertThat(local.path(absolute.toString())).isEqualTo(absolute);
  }

  @Test
  void aFileAddressIsAPath() {
    Path absolute = Path.of("tiles").toAbsolutePath();
    assertThat(local.path("file://" + absolute)).isEqualTo(absolute);
    assertThat(local.path("FILE:" + absolute)).isEqualTo(absolute);
    assertThat(remote.path("file://" + absolute)).isEqualTo(absolute);
  }

  @Test
  void aFileAddressWithoutARootStartsFromTheFolderToo() {
    assertThat(local.path("file:tiles")).isEqualTo(folder.resolve("tiles"));
  }

  @Test
  void otherSchemesAreNoPaths() {
    assertThatThrownBy(() -> local.path("s3://bucket/tiles"))
        .hasMessage("must be a local path or start with \"file://\", not with \"s3:\"");
  }

  @Test
  void aDriveLetterIsNoScheme() {
    assertThat(local.path("C:tiles").toString()).endsWith("C:tiles");
  }

  @Test
  void aRelativePathMeansNothingWhereTheConfigurationCameFromAServer() {
    assertThatThrownBy(() -> remote.path("tiles"))
        .hasMessage(
            "must start with \"file://\", because the configuration itself came from a server");
  }

  @Test
  void aLocationStartsFromWhereTheConfigurationCame() {
    assertThat(local.location("map.xml")).isEqualTo(folder.resolve("map.xml").toUri());
    assertThat(remote.location("map.xml")).isEqualTo(URI.create("http://example.org/maps/map.xml"));
    assertThat(remote.location("../a b.xml")).isEqualTo(URI.create("http://example.org/a%20b.xml"));
  }

  @Test
  void anAddressOfItsOwnIsItsOwnLocation() {
    URI address = URI.create("https://example.org/palette.act");
    assertThat(local.location(address.toString())).isEqualTo(address);
    assertThat(remote.location(address.toString())).isEqualTo(address);
  }

  @Test
  void aLocationIsAFileOrOnTheWeb() {
    assertThatThrownBy(() -> local.location("ftp://example.org/x"))
        .hasMessage("must be a path or a file, http or https address");
    assertThatThrownBy(() -> local.location("http://example.org/{z}"))
        .hasMessageStartingWith("is not an address: ");
    for (String nowhere : List.of("http:x", "https:///x")) {
      assertThatThrownBy(() -> local.location(nowhere))
          .hasMessage("is not an address: it names no server");
    }
  }

  @Test
  void twoOfTheSameFolderAreEqual() {
    assertThat(Base.of(folder)).isEqualTo(Base.of(folder.resolve("x/.."))).isNotEqualTo(remote);
  }
}
