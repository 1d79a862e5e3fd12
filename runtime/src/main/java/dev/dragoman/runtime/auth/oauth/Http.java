package dev.dragoman.runtime.auth.oauth;

import dev.dragoman.runtime.auth.VerifierUnavailableException;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.outbound.TimedExchange;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** HTTP client for an authorization server: bounded in time and size, no redirects. Thread-safe. */
final class Http {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** Large key sets of real issuers have about 20 KB. */
  private static final int MAX_BYTES = 512 * 1024;

  private static final JsonReader JSON = JsonReader.forClients();

  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /**
   * Fetches a JSON object with GET.
   *
   * @throws VerifierUnavailableException if it cannot be fetched
   */
  ObjectNode get(URI url) {
    return object(url, HttpRequest.newBuilder(url).GET());
  }

  /**
   * The JSON object in the response to a request.
   *
   * @throws VerifierUnavailableException if there is no such response with status 200
   */
  ObjectNode object(URI url, HttpRequest.Builder request) {
    HttpResponse<byte[]> response =
        send(url, request.setHeader("Accept", "application/json").build());
    if (response.statusCode() != 200) {
      throw new VerifierUnavailableException(url + " returned status " + response.statusCode());
    }
    try {
      if (JSON.read(response.body()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new VerifierUnavailableException(url + " returned a response that is not JSON");
    }
    throw new VerifierUnavailableException(url + " returned JSON that is not an object");
  }

  private static HttpResponse.BodySubscriber<ByteArrayOutputStream> bounded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArrayConsumer(chunk -> chunk.ifPresent(part -> take(bytes, part))),
        nothing -> bytes);
  }

  private static void take(ByteArrayOutputStream bytes, byte[] part) {
    if (bytes.size() + part.length > MAX_BYTES) {
      throw new IllegalStateException("more than " + MAX_BYTES + " bytes");
    }
    bytes.writeBytes(part);
  }

  private HttpResponse<byte[]> send(URI url, HttpRequest request) {
    try {
      return TimedExchange.send(
          client,
          request,
          head -> BodySubscribers.mapping(bounded(), ByteArrayOutputStream::toByteArray),
          ANSWER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VerifierUnavailableException("the wait for " + url + " was interrupted");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new VerifierUnavailableException(
          "no response from " + url + ": " + cause.getClass().getSimpleName());
    } catch (TimeoutException e) {
      throw new VerifierUnavailableException("no response from " + url + " in time");
    }
  }

  /** The value of a string member. */
  static Optional<String> text(JsonNode object, String member) {
    return Optional.ofNullable(object.get(member))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }
}
