package dev.dragoman.runtime.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Collects the {@link RequestContent} while a request is built. */
final class ContentCollector {
  private final String operation;
  private final String method;
  private final String path;
  private final List<RequestContent.Value> values = new ArrayList<>();
  private @Nullable JsonNode body;
  private @Nullable String mediaType;
  private boolean isWritten;
  private String more = "";

  ContentCollector(String operation, String method, String path) {
    this.operation = operation;
    this.method = method;
    this.path = path;
  }

  String operation() {
    return operation;
  }

  /** Keeps a parameter's value, and returns it as JSON; null is an absent parameter. */
  JsonNode value(String place, String name, @Nullable Object value) {
    JsonNode node = RequestValues.of(value);
    if (!node.isNull()) {
      values.add(new RequestContent.Value(place, name, node));
    }
    return node;
  }

  void remove(String place, String name) {
    values.removeIf(value -> value.place().equals(place) && value.name().equals(name));
  }

  void body(String type, JsonNode value) {
    mediaType = type;
    body = value;
    isWritten = false;
  }

  /** Notes whether the body has been set as bytes. */
  void writtenBody(boolean isPresent) {
    mediaType = null;
    body = null;
    isWritten = isPresent;
  }

  void more(String query) {
    more = query;
  }

  /** What is added to the query. */
  String more() {
    return more;
  }

  RequestContent content() {
    if (isWritten) {
      throw new InvalidArgumentsException(
          List.of(
              new ArgumentProblem(
                  "body", "was built by hand, so that it cannot be checked; give it as JSON")));
    }
    return new RequestContent(
        operation, method, path, values, body, Optional.ofNullable(mediaType), more);
  }
}
