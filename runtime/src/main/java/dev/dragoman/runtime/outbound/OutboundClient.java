package dev.dragoman.runtime.outbound;

import dev.dragoman.runtime.execute.client.AddressResolver;
import dev.dragoman.runtime.execute.client.AddressRule;
import dev.dragoman.runtime.execute.client.ConnectionOptions;
import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.execute.client.ResponseBody;
import dev.dragoman.runtime.execute.client.ResponseHandler;
import dev.dragoman.runtime.execute.client.ResponseHead;
import dev.dragoman.runtime.execute.client.UpstreamClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends requests to servers that the operator configures and that are not the API: an authorization
 * server, a token endpoint, an endpoint for feedback. The operator's certificate authorities and
 * proxies apply; the client certificate, which is for the API, is not presented. Sends each request
 * once, follows no redirects, and limits time and size. Thread-safe.
 */
public final class OutboundClient {
  /** Callers limit their requests themselves. */
  private static final int UNLIMITED = Integer.MAX_VALUE / 2;

  private final UpstreamClient client;

  /** Creates a client that connects as the operator has set. */
  public OutboundClient(ConnectionOptions options) {
    this.client =
        new UpstreamClient(
            UNLIMITED, new AddressResolver(), AddressRule.ANY, options, url -> false);
  }

  /** A client with the trust store of the JVM and without proxies. */
  public static OutboundClient direct() {
    return new OutboundClient(ConnectionOptions.DEFAULT);
  }

  /**
   * A complete response.
   *
   * @param status the HTTP status
   * @param text its body, read as UTF-8
   */
  public record Response(int status, String text) {}

  /**
   * Sends a request and waits for the complete response.
   *
   * @param maxBytes maximum length of the body
   * @param patience the maximum time, name resolution included
   * @throws ExchangeException if there is no complete response within these limits
   */
  public Response send(OutgoingRequest request, int maxBytes, Duration patience)
      throws ExchangeException {
    long end = System.nanoTime() + Math.max(0, patience.toNanos());
    return client.exchange(request, end, new Reader(maxBytes));
  }

  private record Reader(int maxBytes) implements ResponseHandler<Response> {
    @Override
    public void answered(int status) {
      // Nothing depends on the status of an incomplete response.
    }

    @Override
    public Response read(ResponseHead head, ResponseBody body) throws IOException {
      byte[] bytes = body.readNBytes(maxBytes);
      if (body.read() >= 0) {
        throw new IOException("more than " + maxBytes + " bytes");
      }
      return new Response(head.status(), new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
