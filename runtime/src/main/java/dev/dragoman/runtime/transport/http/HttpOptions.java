package dev.dragoman.runtime.transport.http;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The options of the HTTP server.
 *
 * @param host the address to bind
 * @param port the port, 0 for any free one
 * @param allowedHosts values of {@code Host} that are allowed besides the loopback ones, each with
 *     or without a port; without one, every port is allowed
 * @param allowedOrigins values of {@code Origin} that are allowed besides the loopback ones, e.g.
 *     {@code https://app.example.com}
 * @param maxBodyBytes the maximum size of one message
 * @param maxHeaderBytes the maximum size of the request line and the headers together; beyond it
 *     the status is 431
 * @param maxInFlight the maximum number of messages handled at once; for more, the client is told
 *     to retry
 * @param receiveTimeout the maximum time for a request to arrive, and for a connection to be idle
 * @param heartbeat how long a call may run before its response becomes an event stream, and the
 *     interval of heartbeats on it; also how soon a disconnected client is noticed
 * @param stopTimeout how long running calls may continue when the server stops
 * @param documents public JSON documents served for GET, by path in its normal form
 * @param ownHeaders the prefix of this server's own headers, which pages may send; empty for none
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

  /** These options with another address and host names. */
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

  /** These options with other limits. */
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

  /** These options with another limit for the headers, in bytes. */
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

  /** These options with other timeouts. */
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

  /** These options with public documents. */
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

  /** These options for a server with its own headers. */
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
