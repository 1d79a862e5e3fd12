package dev.dragoman.runtime.execute.client.proxy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Hosts that are called without a proxy, in the notation of the variable {@code NO_PROXY}: names,
 * which include their subdomains, addresses, ranges of addresses, each with or without a port, and
 * {@code *} for all. Entries that are none of these match nothing. Loopback hosts are always among
 * them.
 *
 * @param entries in lower case
 */
record ProxyExceptions(List<String> entries) {
  ProxyExceptions {
    entries = List.copyOf(entries);
  }

  /** Reads a list that is separated by commas or spaces. */
  static ProxyExceptions parse(String list) {
    return new ProxyExceptions(
        Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
            .filter(entry -> !entry.isEmpty())
            .toList());
  }

  /**
   * Whether a host is called without a proxy.
   *
   * @param host in lower case; an IPv6 address without brackets
   */
  boolean contain(String host, int port) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return isLoopback(name) || entries.stream().anyMatch(entry -> matches(entry, name, port));
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || (isAddress(host) && address(host).isLoopbackAddress());
  }

  private static boolean matches(String entry, String host, int port) {
    if (entry.equals("*")) {
      return true;
    }
    if (isAddress(host)) {
      return matchesAddress(entry, host, port);
    }
    int colon = entry.lastIndexOf(':');
    if (colon > 0 && !isPort(entry.substring(colon + 1), port)) {
      return false;
    }
    String domain = (colon > 0 ? entry.substring(0, colon) : entry).replaceFirst("^\\*?\\.", "");
    return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
  }

  private static boolean matchesAddress(String entry, String host, int port) {
    int slash = entry.indexOf('/');
    if (slash >= 0) {
      return isInRange(host, entry.substring(0, slash), entry.substring(slash + 1));
    }
    String address = entry;
    int colon = entry.lastIndexOf(':');
    boolean bracketed = entry.startsWith("[");
    if (colon > 0 && (bracketed ? entry.charAt(colon - 1) == ']' : entry.indexOf(':') == colon)) {
      if (!isPort(entry.substring(colon + 1), port)) {
        return false;
      }
      address = entry.substring(0, colon);
    }
    String plain = address.replaceAll("^\\[|]$", "");
    return isAddress(plain) && address(plain).equals(address(host));
  }

  private static boolean isPort(String text, int port) {
    return text.equals(String.valueOf(port));
  }

  /** Whether an address has the first bits of a range (RFC 4632, section 3.1). */
  private static boolean isInRange(String host, String network, String bits) {
    String plain = network.replaceAll("^\\[|]$", "");
    if (!isAddress(plain) || !bits.matches("[0-9]{1,3}")) {
      return false;
    }
    byte[] wanted = address(plain).getAddress();
    byte[] given = address(host).getAddress();
    int ignored = wanted.length * Byte.SIZE - Integer.parseInt(bits);
    return wanted.length == given.length
        && ignored >= 0
        && new BigInteger(1, wanted)
            .shiftRight(ignored)
            .equals(new BigInteger(1, given).shiftRight(ignored));
  }

  private static boolean isAddress(String host) {
    return InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host);
  }

  /** An address literal, which needs no name service. */
  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException(literal, impossible);
    }
  }
}
