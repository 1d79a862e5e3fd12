package dev.dragoman.runtime.execute.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which trace a request belongs to if an agent has replaced its headers (W3C Trace Context): that
 * of the client, unless the agent continues it.
 */
class TraceHeadersTest {

  /**
   * Headers of the request, as the agent left them, and as they are sent. {@code p12} is trace 1
   * and span 2.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -             | -              | -
          -             | p12 s=x        | p12 s=x
          p12 s=a       | -              | -
          p12 s=a       | p12 s=a        | p12 s=a
          p12 s=a       | p13 s=x,s=a    | p13 s=x,s=a
          p12 s=a       | p22 s=x        | p12 s=a
          p12           | p22 s=x        | p12
          p12           | p22            | p12
          p12 s=a       | p22 p33 s=x s=y | p12 s=a
          P12 s=a       | p22            | p12 s=a
          p12           | broken         | p12
          broken        | p22            | broken
          broken        | broken         | broken
          """)
  void anotherTraceIsReplacedByTheClients(String given, String left, String sent) {
    BasicClassicHttpRequest message = new BasicClassicHttpRequest("GET", "/x");
    headers(left).forEach(header -> message.addHeader(header.name(), header.value()));
    OutgoingRequest request =
        new OutgoingRequest(
            "GET", URI.create("https://api.test/x"), headers(given), Optional.empty());

    TraceHeaders.restore(message, request);

    assertThat(
            Arrays.stream(message.getHeaders())
                .map(one -> one.getName().toLowerCase(Locale.ROOT) + ": " + one.getValue())
                .collect(Collectors.toList()))
        .isEqualTo(
            headers(sent).stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT) + ": " + one.value())
                .toList());
  }

  private static List<Pair> headers(String text) {
    List<Pair> headers = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (word.startsWith("s=")) {
        headers.add(new Pair("tracestate", word));
      } else if (word.equals("broken")) {
        headers.add(new Pair("traceparent", word));
      } else if (!word.equals("-")) {
        String name = word.startsWith("P") ? "TraceParent" : "traceparent";
        String trace = String.valueOf(word.charAt(1)).repeat(32);
        headers.add(new Pair(name, "00-" + trace + "-" + word.substring(2).repeat(16) + "-01"));
      }
    }
    return headers;
  }
}
