package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.mock.list.Query;
import dev.dragoman.runtime.execute.mock.state.Address;
import dev.dragoman.runtime.execute.mock.state.Routes.Place;
import dev.dragoman.runtime.execute.mock.value.BodyValues;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call in mock mode.
 *
 * @param details the operation in the catalog
 * @param response what the document says about the response
 * @param place what the operation does to which collection or item
 */
record MockCall(
    Operation operation,
    ObjectNode details,
    ApiRequest request,
    MockResponse response,
    Place place) {

  /** The path without what only names a representation. */
  String path() {
    return Address.path(request.rawPath(), operation.path());
  }

  Address address() {
    return Address.of(path());
  }

  /** Whether the path ends with the id of an item, not with the name of something. */
  boolean isOfItem() {
    return !place.variable().isEmpty()
        && switch (place.role()) {
          case READ, UPDATE, REPLACE, DELETE -> true;
          case NONE, LIST, CREATE, REPLACE_ALL, CLEAR -> false;
        };
  }

  /** The name of the collection, or of what exists once. */
  String name() {
    return isOfItem() ? address().name() : address().id();
  }

  /** The value of a parameter that selects a page: in the query or a header, or in the body. */
  Optional<String> given(String name) {
    return switch (details.path("paging").path("in").asString("query")) {
      case "body" ->
          BodyValues.of(request.body())
              .map(body -> body.at(name.startsWith("/") ? name : "/" + name.replace('.', '/')))
              .filter(value -> value.isValueNode() && !value.isNull())
              .map(JsonNode::asString);
      case "header" ->
          request.headers().stream()
              .filter(header -> header.name().equalsIgnoreCase(name))
              .map(Pair::value)
              .findFirst();
      default -> Query.of(request.rawQuery()).get(name);
    };
  }

  Map<String, String> pathValues() {
    return PathValues.of(operation.path(), request.rawPath());
  }
}
