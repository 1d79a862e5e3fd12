package dev.dragoman.runtime.transport.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.eclipse.jetty.io.EndPoint;

/** The range in which a client can change its address: an IPv4 address, or an IPv6 /64 network. */
final class Network {
  private static final int PREFIX_BYTES = 8;

  private Network() {}

  /** The network of a connection; empty if it is unknown. */
  static String of(EndPoint endPoint) {
    return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress remote
            && remote.getAddress() != null
        ? of(remote.getAddress())
        : "";
  }

  static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
  }
}
