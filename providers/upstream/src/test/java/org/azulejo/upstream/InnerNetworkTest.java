package org.azulejo.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerNetworkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.9.9",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.1.1",
        "192.0.0.192",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::808:808",
        "2002:0a00:0001::1"
      })
  void theseLeadInside(String address) throws UnknownHostException {
    assertThat(InnerNetwork.holds(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.1.1",
        "100.128.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.169.0.1",
        "192.0.1.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "64:ff9b:2::808:808",
        "2002:0808:0808::1"
      })
  void theseLeadOutside(String address) throws UnknownHostException {
    assertThat(InnerNetwork.holds(InetAddress.getByName(address))).isFalse();
  }
}
