package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.execute.mock.state.Address;
import dev.dragoman.runtime.execute.mock.state.Routes.Place;
import dev.dragoman.runtime.request.ApiRequest;
import java.util.Map;
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
    return Address.path(request.rawPath());
  }

  Address address() {
    return Address.of(path());
  }

  Map<String, String> pathValues() {
    return PathValues.of(operation.path(), request.rawPath());
  }
}
