package dev.dragoman.generator.vendor;

import dev.dragoman.generator.problem.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Fetches a document over HTTP, from the specified host only: a redirect to another one would let
 * the server choose where the document comes from, and where the credential goes.
 */
final class HttpFetch {
  private static final int MOST_REDIRECTS = 5;

  private final FetchOptions options;
  private final HttpClient client;

  HttpFetch(FetchOptions options) {
    this.options = options;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.timeout());
    options.proxy().ifPresent(builder::proxy);
    options.proxyCredentials().ifPresent(builder::authenticator);
    this.client = builder.build();
  }

  /**
   * Fetches the bytes of a URL.
   *
   * @throws GenerationException with the reason, if they cannot be fetched
   */
  byte[] fetch(URI url) {
    URI place = url;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<InputStream> response = send(place);
      int status = response.statusCode();
      if (status >= 300 && status < 400 && status != 304) {
        close(response.body());
        place = redirected(url, place, response);
      } else {
        return body(url, response);
      }
    }
    throw VendorProblem.FETCH.at(url, "Too many redirects.", "Use the URL of the document itself.");
  }

  private HttpResponse<InputStream> send(URI place) {
    HttpRequest.Builder request = HttpRequest.newBuilder(place).timeout(options.timeout());
    request.header("Accept", "application/json, application/yaml, text/yaml, */*;q=0.5");
    options.authorization().ifPresent(value -> request.header("Authorization", value));
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException e) {
      throw VendorProblem.FETCH.at(place, "The request timed out.", "Try again.");
    } catch (IOException e) {
      throw VendorProblem.FETCH.at(
          place, "The document cannot be fetched: " + reason(e) + ".", options.advice().network());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw VendorProblem.FETCH.at(place, "The download was interrupted.", "");
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? "connection failed" : message;
  }

  private static URI redirected(URI url, URI place, HttpResponse<InputStream> response) {
    String target = response.headers().firstValue("Location").orElse("");
    URI next = resolve(url, place, target);
    if (!sameOrigin(place, next)) {
      throw VendorProblem.REDIRECT.at(
          url,
          "The server redirects to another host: " + next + ".",
          "If you trust it, use that URL instead.");
    }
    return next;
  }

  private static URI resolve(URI url, URI place, String target) {
    try {
      return place.resolve(target);
    } catch (IllegalArgumentException e) {
      throw VendorProblem.FETCH.at(url, "The server redirects to an invalid URL.", "");
    }
  }

  private static boolean sameOrigin(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost())
        && one.getPort() == other.getPort();
  }

  private byte[] body(URI url, HttpResponse<InputStream> response) {
    if (response.statusCode() != 200) {
      close(response.body());
      throw VendorProblem.FETCH.at(
          url,
          "The server responded with status " + response.statusCode() + ".",
          response.statusCode() == 401 || response.statusCode() == 403
              ? options.advice().credentials()
              : "Check the URL.");
    }
    boolean page = response.headers().firstValue("Content-Type").orElse("").contains("html");
    byte[] bytes = read(url, response.body());
    if (page || startsAsPage(bytes)) {
      throw VendorProblem.FETCH.at(
          url,
          "The server returned a web page, not an OpenAPI document.",
          "Use the URL of the raw file.");
    }
    return bytes;
  }

  private static boolean startsAsPage(byte[] bytes) {
    for (byte b : bytes) {
      if (b > ' ') {
        return b == '<';
      }
    }
    return false;
  }

  private byte[] read(URI url, InputStream body) {
    // A body that never ends, or never arrives, is closed from another thread.
    Executor later =
        CompletableFuture.delayedExecutor(options.timeout().toMillis(), TimeUnit.MILLISECONDS);
    later.execute(() -> close(body));
    try (body) {
      byte[] bytes = body.readNBytes((int) Math.min(options.maxBytes() + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > options.maxBytes()) {
        throw VendorProblem.SIZE.at(
            url,
            "The document is larger than " + options.maxBytes() + " bytes.",
            options.advice().limit());
      }
      return bytes;
    } catch (IOException e) {
      throw VendorProblem.FETCH.at(
          url, "The response is incomplete: " + reason(e) + ".", "Try again.");
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
