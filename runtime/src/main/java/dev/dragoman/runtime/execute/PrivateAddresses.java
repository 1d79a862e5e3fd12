package dev.dragoman.runtime.execute;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Keeps servers named by a document alone away from the operator's own network: loopback, private,
 * link-local (where clouds serve credentials) and other addresses that are not public.
 */
final class PrivateAddresses {
  private PrivateAddresses() {}

  /**
   * Checks a host.
   *
   * @throws UpstreamException if one of its addresses is not public, or it has none
   */
  static void refuse(String host) {
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw new UpstreamException("The API's host " + host + " is unknown; nothing was sent.");
    }
    if (Arrays.stream(addresses).anyMatch(PrivateAddresses::isPrivate)) {
      throw new UpstreamException(
          "The API's document names the server "
              + host
              + ", which is a private address; nothing was sent. If that is meant, whoever runs this"
              + " MCP server names it as the base URL.");
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean special =
        address instanceof Inet4Address
            ? first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128)
            : (first & 0xFE) == 0xFC;
    return special
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }
}
