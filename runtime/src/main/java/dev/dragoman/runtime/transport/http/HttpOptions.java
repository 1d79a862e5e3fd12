package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.transport.http.discovery.Discovery;
import dev.dragoman.runtime.transport.http.page.PageSource;
import dev.dragoman.runtime.transport.http.tools.ToolApiOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * @param ownHeaders the prefixes of this server's own headers, which pages may send
 * @param discovery the documents by which clients find the server
 * @param pages renders the documents for people; empty if there are none
 * @param tools how the tools are described as a plain HTTP API; empty if they are not one
 * @param tags the API's tags, to which URLs may limit their connections
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
    List<String> ownHeaders,
    Discovery discovery,
    Optional<PageSource> pages,
    Optional<ToolApiOptions> tools,
    Tags tags) {

  public HttpOptions {
    ownHeaders = List.copyOf(ownHeaders);
    Objects.requireNonNull(discovery);
    Objects.requireNonNull(pages);
    Objects.requireNonNull(tools);
    Objects.requireNonNull(tags);
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
    return builder().port(port).build();
  }

  /** Starts options: loopback only, on any free port. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts options that are like these. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.host = host;
    builder.port = port;
    builder.allowedHosts = allowedHosts;
    builder.allowedOrigins = allowedOrigins;
    builder.maxBodyBytes = maxBodyBytes;
    builder.maxHeaderBytes = maxHeaderBytes;
    builder.maxInFlight = maxInFlight;
    builder.receiveTimeout = receiveTimeout;
    builder.heartbeat = heartbeat;
    builder.stopTimeout = stopTimeout;
    builder.documents = documents;
    builder.ownHeaders = ownHeaders;
    builder.discovery = discovery;
    builder.pages = pages;
    builder.tools = tools;
    builder.tags = tags;
    return builder;
  }

  /** Collects options; those not given have their defaults. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port;
    private Set<String> allowedHosts = Set.of();
    private Set<String> allowedOrigins = Set.of();
    private int maxBodyBytes = 4 * 1024 * 1024;
    private int maxHeaderBytes = 16 * 1024;
    private int maxInFlight = 128;
    private Duration receiveTimeout = Duration.ofSeconds(30);
    private Duration heartbeat = Duration.ofSeconds(5);
    private Duration stopTimeout = Duration.ofSeconds(8);
    private Map<String, String> documents = Map.of();
    private List<String> ownHeaders = List.of();
    private Discovery discovery = Discovery.NONE;
    private Optional<PageSource> pages = Optional.empty();
    private Optional<ToolApiOptions> tools = Optional.empty();
    private Tags tags = Tags.NONE;

    private Builder() {}

    public Builder host(String value) {
      host = value;
      return this;
    }

    public Builder port(int value) {
      port = value;
      return this;
    }

    public Builder allowedHosts(Set<String> value) {
      allowedHosts = value;
      return this;
    }

    public Builder allowedOrigins(Set<String> value) {
      allowedOrigins = value;
      return this;
    }

    public Builder maxBodyBytes(int value) {
      maxBodyBytes = value;
      return this;
    }

    public Builder maxHeaderBytes(int value) {
      maxHeaderBytes = value;
      return this;
    }

    public Builder maxInFlight(int value) {
      maxInFlight = value;
      return this;
    }

    public Builder receiveTimeout(Duration value) {
      receiveTimeout = value;
      return this;
    }

    public Builder heartbeat(Duration value) {
      heartbeat = value;
      return this;
    }

    public Builder stopTimeout(Duration value) {
      stopTimeout = value;
      return this;
    }

    public Builder documents(Map<String, String> value) {
      documents = value;
      return this;
    }

    public Builder ownHeaders(List<String> value) {
      ownHeaders = value;
      return this;
    }

    public Builder discovery(Discovery value) {
      discovery = value;
      return this;
    }

    public Builder pages(Optional<PageSource> value) {
      pages = value;
      return this;
    }

    public Builder tools(Optional<ToolApiOptions> value) {
      tools = value;
      return this;
    }

    public Builder tags(Tags value) {
      tags = value;
      return this;
    }

    public HttpOptions build() {
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
          ownHeaders,
          discovery,
          pages,
          tools,
          tags);
    }
  }
}
