package dev.dragoman.runtime.transport.http;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How to listen.
 *
 * @param host the address to bind
 * @param port the port, 0 for any free one
 * @param allowedHosts names beside the loopback ones that {@code Host} may have, each with or
 *     without a port; without one, any port is meant
 * @param allowedOrigins values beside the loopback ones that {@code Origin} may have, e.g. {@code
 *     https://app.example.com}
 * @param maxBodyBytes of one message
 * @param maxHeaderBytes of the request line and the headers together; beyond it the answer is 431
 * @param maxInFlight how many messages are handled at once; more are told to come back
 * @param receiveTimeout how long a request may take to arrive, and a connection may be idle
 * @param heartbeat how long a call may run in silence before its answer becomes an event stream,
 *     and between signs of life on it; also how soon a client that left is noticed
 * @param stopTimeout how long running calls may go on when the server stops
 * @param documents public JSON texts to be had by GET, by path in its normal form
 * @param ownHeaders how the headers of this server's own begin, which pages may send; empty for
 *     none
 */
public record HttpOptions(
    String host,
    int port,
    Set<String> allowedHosts,
    Set<String> allowedOrigins,
    int maxBodyBytes,
    int maxHeaderBytes,
    int maxInFlight,
    Duration receiveTimeout,
    Duration heartbeat,
    Duration stopTimeout,
    Map<String, String> documents,
    String ownHeaders) {

  public HttpOptions {
    Objects.requireNonNull(ownHeaders);
    Objects.requireNonNull(host);
    allowedHosts = Set.copyOf(allowedHosts);
    allowedOrigins = Set.copyOf(allowedOrigins);
    Objects.requireNonNull(receiveTimeout);
    Objects.requireNonNull(heartbeat);
    Objects.requireNonNull(stopTimeout);
    documents = Map.copyOf(documents);
    if (maxBodyBytes < 1 || maxInFlight < 1) {
      throw new IllegalArgumentException("maxBodyBytes and maxInFlight must be positive");
    }
  }

  /** Loopback only, on this port, with every other option at its default. */
  public static HttpOptions onPort(int port) {
    return new HttpOptions(
        "127.0.0.1",
        port,
        Set.of(),
        Set.of(),
        4 * 1024 * 1024,
        16 * 1024,
        128,
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(8),
        Map.of(),
        "");
  }

  /** The same on another address, reached under these names. */
  public HttpOptions bind(String address, Set<String> hosts, Set<String> origins) {
    return new HttpOptions(
        address,
        port,
        hosts,
        origins,
        maxBodyBytes,
        maxHeaderBytes,
        maxInFlight,
        receiveTimeout,
        heartbeat,
        stopTimeout,
        documents,
        ownHeaders);
  }

  /** The same with other bounds. */
  public HttpOptions limits(int bodyBytes, int inFlight) {
    return new HttpOptions(
        host,
        port,
        allowedHosts,
        allowedOrigins,
        bodyBytes,
        maxHeaderBytes,
        inFlight,
        receiveTimeout,
        heartbeat,
        stopTimeout,
        documents,
        ownHeaders);
  }

  /** The same with another bound for the headers, in bytes. */
  public HttpOptions headers(int bytes) {
    return new HttpOptions(
        host,
        port,
        allowedHosts,
        allowedOrigins,
        maxBodyBytes,
        bytes,
        maxInFlight,
        receiveTimeout,
        heartbeat,
        stopTimeout,
        documents,
        ownHeaders);
  }

  /** The same with other times. */
  public HttpOptions times(Duration receive, Duration heartbeat, Duration stop) {
    return new HttpOptions(
        host,
        port,
        allowedHosts,
        allowedOrigins,
        maxBodyBytes,
        maxHeaderBytes,
        maxInFlight,
        receive,
        heartbeat,
        stop,
        documents,
        ownHeaders);
  }

  /** The same with these public documents. */
  public HttpOptions serving(Map<String, String> documents) {
    return new HttpOptions(
        host,
        port,
        allowedHosts,
        allowedOrigins,
        maxBodyBytes,
        maxHeaderBytes,
        maxInFlight,
        receiveTimeout,
        heartbeat,
        stopTimeout,
        documents,
        ownHeaders);
  }

  /** The same for a server with headers of its own. */
  public HttpOptions ownHeaders(String prefix) {
    return new HttpOptions(
        host,
        port,
        allowedHosts,
        allowedOrigins,
        maxBodyBytes,
        maxHeaderBytes,
        maxInFlight,
        receiveTimeout,
        heartbeat,
        stopTimeout,
        documents,
        prefix);
  }
}
