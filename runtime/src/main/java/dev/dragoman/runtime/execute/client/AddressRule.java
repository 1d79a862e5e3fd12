package dev.dragoman.runtime.execute.client;

import java.net.InetAddress;
import java.util.List;

/** Decides about the addresses of a host before a connection is made to one of them. */
@FunctionalInterface
public interface AddressRule {
  /** Every address is fine. */
  AddressRule ANY = (host, addresses) -> {};

  /**
   * Checks addresses.
   *
   * @throws RuntimeException if no connection may be made; it reaches the caller as it is
   */
  void check(String host, List<InetAddress> addresses);
}
