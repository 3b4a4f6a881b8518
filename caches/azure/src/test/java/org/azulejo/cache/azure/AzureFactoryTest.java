package org.azulejo.cache.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.Map;
import org.azulejo.api.ConfigurationException;
import org.azulejo.api.TileCache;
import org.azulejo.testkit.TestOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureFactoryTest {
  private static TileCache create(String options) {
    return new AzureFactory(Map.of()).create(TestOptions.of(options));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'account': 'maps'} | container",
        "{'account': 'maps', 'container': 'a/b'} | container",
        "{'account': 'maps', 'container': 'Tiles'} | container",
        "{'container': 'tiles'} | account",
        "{'container': 'tiles', 'account': 'evil.com/'} | account",
        "{'container': 'tiles', 'account': 'maps', 'key': '%S3CR3T'} | key",
        "{'container': 'tiles', 'account': 'maps', 'key': 'eA==', 'sas': 'sig=S3CR3T'} | sas",
        "{'container': 'tiles', 'account': 'maps', 'sas': 'S3CR3T'} | sas",
        "{'container': 'tiles', 'account': 'maps', 'sas': 'sig=S3CR3T{}'} | sas",
        "{'container': 'tiles', 'endpoint': 'https://blobs', 'key': 'eA=='} | account",
        "{'container': 'tiles', 'endpoint': 'azurite:10000'} | endpoint",
        "{'container': 'tiles', 'endpoint': 'http://blobs.example.com'} | endpoint",
        "{'container': 'tiles', 'endpoint': 'https://blobs.example.com/?sig=S3CR3T'} | endpoint",
        "{'container': 'tiles', 'connection string': 'S3CR3T'} | connection string",
        "{'container': 'tiles', 'connection string': 'AccountName=maps'} | connection string",
        "{'container': 'tiles', 'connection string': 'AccountName=maps;AccountKey=S3CR3T!'} | connection string",
        "{'container': 'tiles', 'connection string': 'AccountKey=S3CR3T', 'account': 'maps'} | connection string",
        "{'container': 'tiles', 'account': 'maps', 'timeout': 0} | timeout"
      })
  void aMistakeInTheOptionsIsToldAndNoSecret(String options, String key) {
    assertThat(catchThrowable(() -> create(options)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(key)
        .hasMessageNotContaining("S3CR3T");
  }

  @ParameterizedTest
  @CsvSource({
    "AccountName=maps;AccountKey=a+b/c==,https://maps.blob.core.windows.net",
    "accountname=maps; EndpointSuffix=core.chinacloudapi.cn,https://maps.blob.core.chinacloudapi.cn",
    "AccountName=maps;DefaultEndpointsProtocol=http,http://maps.blob.core.windows.net",
    "BlobEndpoint=http://azurite:10000/maps/;AccountName=maps,http://azurite:10000/maps"
  })
  void aConnectionStringTellsWhereTheBlobsAre(String text, URI address) {
    assertThat(Access.ofConnectionString(text).address()).hasValue(address);
  }

  @Test
  void aKeyMayHaveEqualsSigns() {
    Access access = Access.ofConnectionString("AccountKey=a+b/c==;AccountName=maps");
    assertThat(access.key()).isEqualTo("a+b/c==");
    assertThat(access).hasToString("https://maps.blob.core.windows.net");
  }

  @Test
  void aTokenIsNotSentWhereOthersCouldReadIt() throws Exception {
    assertThatThrownBy(
            () -> create("{'container': 'tiles', 'endpoint': 'http://blobs.example.com'}"))
        .hasMessageContaining("could read the token");
    create("{'container': 'tiles', 'endpoint': 'https://blobs.example.com'}").close();
  }
}
