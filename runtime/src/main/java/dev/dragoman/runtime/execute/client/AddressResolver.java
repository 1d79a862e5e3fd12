package dev.dragoman.runtime.execute.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.net.InetAddressUtils;

/**
 * Resolves host names within a time limit. The system's resolver can neither be interrupted nor
 * given a deadline, so each lookup has its own thread, shared by all callers that ask for the same
 * name.
 */
public final class AddressResolver {
  /** Looks up the addresses of a host. */
  @FunctionalInterface
  public interface Lookup {
    /**
     * Returns the addresses, at least one.
     *
     * @throws UnknownHostException if the host has none
     */
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  private final Lookup lookup;
  private final Map<String, CompletableFuture<List<InetAddress>>> underWay =
      new ConcurrentHashMap<>();

  /** Uses the system's resolver. */
  public AddressResolver() {
    this(InetAddress::getAllByName);
  }

  /** Uses another lookup. It may block: each lookup has its own thread. */
  public AddressResolver(Lookup lookup) {
    this.lookup = lookup;
  }

  /**
   * The addresses of a host, in the order in which to try them.
   *
   * @param nanos how long to wait, in nanoseconds
   * @throws UnknownHostException if there are none, or none in time
   */
  List<InetAddress> resolve(String host, long nanos)
      throws UnknownHostException, InterruptedException {
    if (InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host)) {
      return List.of(InetAddress.getByName(host));
    }
    try {
      return underWay.computeIfAbsent(host, this::start).get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new UnknownHostException(host + " was not resolved in time");
    } catch (ExecutionException failed) {
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(failed.getCause());
      throw unknown;
    }
  }

  private CompletableFuture<List<InetAddress>> start(String host) {
    CompletableFuture<List<InetAddress>> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(host, result), "dragoman-resolver");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private void run(String host, CompletableFuture<List<InetAddress>> result) {
    try {
      result.complete(List.of(lookup.addresses(host)));
    } catch (UnknownHostException | RuntimeException failed) {
      result.completeExceptionally(failed);
    } finally {
      underWay.remove(host);
    }
  }
}
