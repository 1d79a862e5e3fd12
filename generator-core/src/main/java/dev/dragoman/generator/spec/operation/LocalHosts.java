package dev.dragoman.generator.spec.operation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes hosts that are meaningful only to a machine inside a network: link-local addresses
 * (RFC 3927, RFC 4291) and those at which clouds provide a machine's credentials. A document must
 * not direct requests there. Names are not resolved.
 */
final class LocalHosts {
  private static final Set<String> METADATA =
      Set.of(
          "metadata",
          "metadata.google.internal",
          "metadata.goog",
          "instance-data",
          "instance-data.ec2.internal",
          "metadata.tencentyun.com",
          "100.100.100.200",
          "168.63.129.16",
          "192.0.0.192",
          "fd00:ec2:0:0:0:0:0:254");

  private LocalHosts() {}

  /** Whether a host, a name or an address in any spelling, is such a host. */
  static boolean isOne(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    InetAddress address = address(name);
    if (address == null) {
      return METADATA.contains(name);
    }
    return address.isLinkLocalAddress() || METADATA.contains(address.getHostAddress());
  }

  private static @Nullable InetAddress address(String name) {
    try {
      if (name.startsWith("[") && name.endsWith("]")) {
        String literal = name.substring(1, name.length() - 1).replaceFirst("%.*", "");
        InetAddress address = InetAddress.getByName(literal);
        return address instanceof Inet6Address six && six.isIPv4CompatibleAddress()
            ? InetAddress.getByAddress(lastFour(six))
            : address;
      }
      byte[] four = ipv4(name);
      return four == null ? null : InetAddress.getByAddress(four);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  /** The IPv4 address in an IPv4-compatible IPv6 address (RFC 4291, section 2.5.5.1). */
  private static byte[] lastFour(Inet6Address address) {
    byte[] all = address.getAddress();
    return new byte[] {all[12], all[13], all[14], all[15]};
  }

  /**
   * Parses one to four decimal, octal or hexadecimal numbers, of which the last fills the remaining
   * bytes, as {@code inet_aton} does: {@code 0xA9FEA9FE} is 169.254.169.254.
   */
  private static byte @Nullable [] ipv4(String name) {
    String[] parts = name.split("\\.", -1);
    if (parts.length > 4) {
      return null;
    }
    long address = 0;
    for (int at = 0; at < parts.length; at++) {
      long part = number(parts[at]);
      boolean last = at == parts.length - 1;
      long limit = last ? 1L << (8 * (4 - at)) : 256;
      if (part < 0 || part >= limit) {
        return null;
      }
      address += last ? part : part << (8 * (3 - at));
    }
    return new byte[] {
      (byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address
    };
  }

  private static long number(String text) {
    if (text.matches("0x[0-9a-f]{1,8}")) {
      return Long.parseLong(text.substring(2), 16);
    }
    if (text.matches("0[0-7]{1,11}")) {
      return Long.parseLong(text, 8);
    }
    return text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
  }
}
