package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the mock responds, before it is written.
 *
 * @param problem whether the body is a problem (RFC 9457) instead of the one in the document
 * @param value the body; empty for the document's sample
 */
record MockAnswer(int status, boolean problem, Optional<JsonNode> value, List<Pair> headers) {
  MockAnswer {
    headers = List.copyOf(headers);
  }

  static MockAnswer sample(MockCall call) {
    return new MockAnswer(call.response().status(), false, Optional.empty(), List.of());
  }

  static MockAnswer of(MockCall call, JsonNode value) {
    return new MockAnswer(call.response().status(), false, Optional.of(value), List.of());
  }

  static MockAnswer problem(int status, String title, String detail) {
    JsonNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail);
    return new MockAnswer(status, true, Optional.of(body), List.of());
  }

  static MockAnswer notFound(MockCall call) {
    return problem(
        404, "Not Found", "There is nothing at " + call.request().rawPath() + " any more.");
  }

  MockAnswer with(String name, String headerValue) {
    List<Pair> more = new ArrayList<>(headers);
    more.add(new Pair(name, headerValue));
    return new MockAnswer(status, problem, value, more);
  }
}
