package dev.dragoman.runtime.execute.client;

import java.net.InetAddress;
import java.util.List;

/** Checks the addresses of a host before a connection is made to one of them. */
@FunctionalInterface
public interface AddressRule {
  /** Allows every address. */
  AddressRule ANY = (host, addresses) -> {};

  /**
   * Checks addresses.
   *
   * @throws RuntimeException if no connection may be made; passed on to the caller unchanged
   */
  void check(String host, List<InetAddress> addresses);
}
