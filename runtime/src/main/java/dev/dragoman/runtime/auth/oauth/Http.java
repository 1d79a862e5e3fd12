package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.auth.VerifierUnavailableException;
import dev.dragoman.runtime.execute.client.ExchangeException;
import dev.dragoman.runtime.execute.client.OutgoingRequest;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.outbound.OutboundClient;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests to an authorization server: bounded in time and size, no redirects. Thread-safe. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Large key sets of real issuers have about 20 KB. */
  private static final int MAX_BYTES = 512 * 1024;

  private static final JsonReader JSON = JsonReader.forClients();

  private final OutboundClient client;

  Http(OutboundClient client) {
    this.client = client;
  }

  /**
   * Fetches a JSON object with GET.
   *
   * @throws VerifierUnavailableException if it cannot be fetched
   */
  ObjectNode get(URI url) {
    List<Pair> headers = List.of(new Pair("Accept", "application/json"));
    return object(new OutgoingRequest("GET", url, headers, Optional.empty()));
  }

  /**
   * The JSON object in the response to a request.
   *
   * @throws VerifierUnavailableException if there is no such response with status 200
   */
  ObjectNode object(OutgoingRequest request) {
    URI url = request.url();
    OutboundClient.Response response = send(request);
    if (response.status() != 200) {
      throw new VerifierUnavailableException(url + " returned status " + response.status());
    }
    try {
      if (JSON.read(response.text()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new VerifierUnavailableException(url + " returned a response that is not JSON");
    }
    throw new VerifierUnavailableException(url + " returned JSON that is not an object");
  }

  private OutboundClient.Response send(OutgoingRequest request) {
    URI url = request.url();
    try {
      return client.send(request, MAX_BYTES, PATIENCE);
    } catch (ExchangeException e) {
      throw new VerifierUnavailableException(
          switch (e.kind()) {
            case CANCELLED -> "the wait for " + url + " was interrupted";
            case LATE -> "no response from " + url + " in time";
            case UNREACHABLE -> "no response from " + url + ": it cannot be reached";
            case INSECURE -> "no response from " + url + ": TLS cannot be established";
            case PROXY -> "no response from " + url + ": " + e.reason();
            case HEAD_TOO_LARGE, BROKEN ->
                "no response from " + url + ": it is incomplete, too long or not HTTP";
          });
    }
  }

  /** The value of a string member. */
  static Optional<String> text(JsonNode object, String member) {
    return Optional.ofNullable(object.get(member))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }
}
