package dev.dragoman.runtime.server.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The range in which a client can change its address: an IPv4 address, or an IPv6 /64 network. */
public final class Network {
  private static final int PREFIX_BYTES = 8;

  /** Anything else would be looked up as a name. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private Network() {}

  /** The network of a client; empty if it is unknown. */
  public static String of(@Nullable SocketAddress client) {
    return client instanceof InetSocketAddress remote && remote.getAddress() != null
        ? of(remote.getAddress())
        : "";
  }

  /** The network of an address, in hexadecimal digits. */
  public static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
  }

  /**
   * The network of an address in its textual form; empty if it is not an address. An IPv6 zone is
   * ignored.
   */
  public static String of(@Nullable String address) {
    String text = address == null ? "" : address.replaceAll("[\\[\\]]|%.*", "");
    if (!LITERAL.matcher(text).matches()) {
      return "";
    }
    try {
      return of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
