package org.azulejo.upstream;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The addresses that lead to this machine or its neighbours, but not out into the Internet. */
final class InnerNetwork {
  private InnerNetwork() {}

  /** Whether the address is of that kind: loopback, private, link-local, multicast, reserved. */
  static boolean holds(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address instanceof Inet6Address
            ? holdsSixth(address.getAddress())
            : holdsFourth(address.getAddress()));
  }

  /**
   * What Java does not know of RFC 6890: this network, carriers' networks, those of protocols and
   * of measurements, reserved.
   */
  private static boolean holdsFourth(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return first == 0
        || first >= 240
        || first == 100 && second >= 64 && second < 128
        || startsWith(bytes, 192, 0, 0)
        || first == 198 && (second == 18 || second == 19);
  }

  /**
   * Unique local addresses, those that a network translates itself (RFC 8215), and those that carry
   * an inner IPv4 address within.
   */
  private static boolean holdsSixth(byte[] bytes) {
    return (bytes[0] & 0xFE) == 0xFC
        || startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B, 0x00, 0x01)
        || startsWith(bytes, 0x20, 0x02) && holdsWithin(bytes, 2)
        || startsWith(bytes, 0x00, 0x64, 0xFF, 0x9B) && holdsWithin(bytes, 12)
        || startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) && holdsWithin(bytes, 12);
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsWithin(byte[] bytes, int from) {
    try {
      return holds(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are always an address.", e);
    }
  }
}
