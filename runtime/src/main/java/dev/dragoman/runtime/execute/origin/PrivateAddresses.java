package dev.dragoman.runtime.execute.origin;

import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.execute.UpstreamException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps servers that only the document names away from the operator's own network: loopback,
 * private, link-local (where clouds serve credentials) and other addresses that are not public.
 */
public final class PrivateAddresses {
  private PrivateAddresses() {}

  /**
   * Checks the addresses of a host.
   *
   * @throws UpstreamException if one of them is not public
   */
  public static void refuse(String host, List<InetAddress> addresses) {
    if (addresses.stream().anyMatch(PrivateAddresses::isPrivate)) {
      throw new UpstreamException(
          Fault.HELD_BACK,
          "The API's document names the server "
              + host
              + ", which is a private address; nothing was sent. If this is intended, the operator of"
              + " this MCP server has to configure it as the base URL.");
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean special =
        address instanceof Inet4Address ? isSpecial4(bytes) : isSpecial6(address, bytes);
    return special
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }

  /** RFC 6890: "this network", shared (RFC 6598), protocol assignments, benchmarking, reserved. */
  private static boolean isSpecial4(byte[] bytes) {
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second == 18 || second == 19));
  }

  /** Unique local (RFC 4193), and addresses that lead to a special IPv4 address. */
  private static boolean isSpecial6(InetAddress address, byte[] bytes) {
    int at = embedded(address, bytes);
    return (bytes[0] & 0xFE) == 0xFC
        || (at >= 0 && isPrivate(address4(Arrays.copyOfRange(bytes, at, at + 4))));
  }

  /**
   * The offset of an embedded IPv4 address: NAT64 (RFC 6052), 6to4 (RFC 3056), compatible;
   * otherwise -1.
   */
  private static int embedded(InetAddress address, byte[] bytes) {
    byte[] nat64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
    if (Arrays.equals(bytes, 0, nat64.length, nat64, 0, nat64.length)) {
      return nat64.length;
    }
    boolean is6to4 = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean compatible = ((Inet6Address) address).isIPv4CompatibleAddress();
    return is6to4 ? 2 : compatible ? 12 : -1;
  }

  private static InetAddress address4(byte[] four) {
    try {
      return InetAddress.getByAddress(four);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }
}
