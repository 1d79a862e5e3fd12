package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a partner's default organisation into the parameters and body fields that the operator named
 * for it, where the agent gave none. What the agent gave stays, a null too.
 */
final class DefaultOrganisation {
  private static final int DEEPEST = 20;

  private final ApiOperations operations;
  private final List<String> names;

  DefaultOrganisation(ApiOperations operations) {
    this.operations = operations;
    this.names = operations.definition().organisationParameters();
  }

  CallReader.Given fill(int ordinal, CallReader.Given given, Caller caller) {
    Optional<String> organisation = caller.organisation();
    if (names.isEmpty() || organisation.isEmpty() || caller.authMode() != AuthMode.PARTNER) {
      return given;
    }
    ObjectNode details = operations.catalog().details(ordinal);
    return new CallReader.Given(
        arguments(details, given.arguments(), organisation.get()),
        body(details, given.body(), organisation.get()),
        given.contentType());
  }

  private ObjectNode arguments(ObjectNode details, ObjectNode given, String organisation) {
    ObjectNode filled = given.deepCopy();
    for (JsonNode parameter : details.path("parameters").values()) {
      String name = parameter.path("name").asString("");
      String argument = parameter.path("argument").asString(name);
      if (names.contains(name) && !filled.has(argument)) {
        filled.put(argument, organisation);
      }
    }
    return filled;
  }

  /** A body that the agent left out stays out. */
  private @Nullable JsonNode body(
      ObjectNode details, @Nullable JsonNode given, String organisation) {
    if (!(given instanceof ObjectNode object)) {
      return given;
    }
    Set<String> fields = new HashSet<>();
    for (JsonNode media : details.path("body").path("content").values()) {
      collect(media.path("schema"), fields, 0);
    }
    ObjectNode filled = object.deepCopy();
    names.stream()
        .filter(name -> fields.contains(name) && !filled.has(name))
        .forEach(name -> filled.put(name, organisation));
    return filled;
  }

  /** The outermost fields that a schema names. */
  private void collect(JsonNode schema, Set<String> fields, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    fields.addAll(schema.path("properties").propertyNames());
    schema.path("allOf").values().forEach(part -> collect(part, fields, depth + 1));
    String reference = schema.path("$ref").asString("");
    if (!reference.isEmpty()) {
      operations
          .catalog()
          .schema(reference)
          .ifPresent(target -> collect(target, fields, depth + 1));
    }
  }
}
