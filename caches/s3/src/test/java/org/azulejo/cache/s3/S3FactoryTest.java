package org.azulejo.cache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.TileCache;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3FactoryTest {
  private static TileCache create(String options) {
    return new S3Factory().create(TestOptions.of(options));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | bucket",
        "{'bucket': 'a/b'} | bucket",
        "{'bucket': 'tiles', 'access': 'A'} | secret",
        "{'bucket': 'tiles', 'secret': 'A'} | access",
        "{'bucket': 'tiles', 'endpoint': 'minio:9000'} | endpoint",
        "{'bucket': 'tiles', 'endpoint': 'http://user:word@minio'} | endpoint",
        "{'bucket': 'tiles', 'timeout': 0} | timeout"
      })
  void aMistakeInTheOptionsIsTold(String options, String key) {
    assertThatThrownBy(() -> create(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key)
        .hasMessageNotContaining("word@");
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1,tiles,false,https://tiles.s3.us-east-1.amazonaws.com",
    "cn-north-1,tiles,false,https://tiles.s3.cn-north-1.amazonaws.com.cn",
    "eu-west-1,maps.example.com,true,https://s3.eu-west-1.amazonaws.com/maps.example.com"
  })
  void aBucketOfAmazonHasAnAddress(String region, String bucket, boolean isInPath, URI address) {
    assertThat(Addresses.bucket(Addresses.amazon(region), bucket, isInPath)).hasValue(address);
  }

  @Test
  void anEndpointMayEndInASlashAndHaveAPath() {
    URI endpoint = Addresses.of("http://localhost:9000/s3/").orElseThrow();
    assertThat(Addresses.bucket(endpoint, "tiles", true))
        .hasValue(URI.create("http://localhost:9000/s3/tiles"));
    assertThat(Addresses.bucket(endpoint, "tiles", false))
        .hasValue(URI.create("http://tiles.localhost:9000/s3"));
  }
}
