package dev.dragoman.runtime.transport.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The range in which a client can change its address: an IPv4 address, or an IPv6 /64 network. */
public final class Network {
  private static final int PREFIX_BYTES = 8;

  private Network() {}

  /** The network of a client; empty if it is unknown. */
  public static String of(@Nullable SocketAddress client) {
    return client instanceof InetSocketAddress remote && remote.getAddress() != null
        ? of(remote.getAddress())
        : "";
  }

  public static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
  }
}
