package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.guard.OrganizationRule;
import dev.dragoman.runtime.text.DisplayValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills in the organization of a permitted call where the agent omitted it, in the parameters and
 * body fields that the operator configured, and finds values that name another organization.
 *
 * <p>A default organization keeps every value that the agent sent, including null. An exclusive one
 * treats null as an omitted value.
 */
public final class OrganizationArguments {
  private static final int DEEPEST = 20;
  private static final String BODY = "body";

  private final ApiOperations operations;
  private final List<String> names;

  OrganizationArguments(ApiOperations operations) {
    this.operations = operations;
    this.names = operations.definition().organizationParameters();
  }

  /** Whether an operation declares one of the parameters or top-level body fields. */
  boolean taken(int ordinal) {
    if (names.isEmpty()) {
      return false;
    }
    ObjectNode details = operations.catalog().details(ordinal);
    return hasParameter(details) || fields(details, true).stream().anyMatch(names::contains);
  }

  private boolean hasParameter(ObjectNode details) {
    return parameters(details).anyMatch(parameter -> true);
  }

  private Stream<JsonNode> parameters(ObjectNode details) {
    return details.path("parameters").valueStream().filter(one -> names.contains(name(one)));
  }

  private static String name(JsonNode parameter) {
    return parameter.path("name").asString("");
  }

  private static String argument(JsonNode parameter) {
    return parameter.path("argument").asString(name(parameter));
  }

  /** The agent's arguments, with the organization where it was omitted. */
  public CallArguments fill(int ordinal, CallArguments given, OrganizationRule rule) {
    if (names.isEmpty()) {
      return given;
    }
    ObjectNode details = operations.catalog().details(ordinal);
    return given.with(
        arguments(details, given.arguments(), rule), body(details, given.body(), rule));
  }

  private ObjectNode arguments(ObjectNode details, ObjectNode given, OrganizationRule rule) {
    ObjectNode filled = given.deepCopy();
    parameters(details)
        .filter(parameter -> isOpen(filled, argument(parameter), rule))
        .forEach(
            parameter ->
                filled.set(argument(parameter), value(parameter.path("schema"), rule.id(), 0)));
    return filled;
  }

  private static boolean isOpen(ObjectNode object, String name, OrganizationRule rule) {
    JsonNode value = object.get(name);
    return value == null || (rule.exclusive() && value.isNull());
  }

  /** The value for a schema: a list with one item if the schema requires a list. */
  private JsonNode value(JsonNode schema, String id, int depth) {
    JsonNode type = schema.path("type");
    if (type.isString() && type.stringValue().equals("array")) {
      return JsonNodeFactory.instance.arrayNode().add(id);
    }
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() || depth > DEEPEST
        ? JsonNodeFactory.instance.stringNode(id)
        : operations
            .catalog()
            .schema(reference)
            .map(target -> value(target, id, depth + 1))
            .orElseGet(() -> JsonNodeFactory.instance.stringNode(id));
  }

  /**
   * An omitted body remains omitted, unless it is the only place for the organization to which the
   * call is restricted.
   */
  private @Nullable JsonNode body(
      ObjectNode details, @Nullable JsonNode given, OrganizationRule rule) {
    Set<String> fields = fields(details, rule.exclusive());
    fields.retainAll(names);
    boolean absent = given == null && rule.exclusive() && !hasParameter(details);
    ObjectNode filled =
        given instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    if (fields.isEmpty() || !(given instanceof ObjectNode || absent)) {
      return given;
    }
    fields.stream()
        .filter(name -> isOpen(filled, name, rule))
        .forEach(name -> filled.put(name, rule.id()));
    return filled;
  }

  /**
   * The top-level fields that the body's schemas declare.
   *
   * @param choices whether to include those of {@code oneOf} and {@code anyOf}
   */
  private Set<String> fields(ObjectNode details, boolean choices) {
    Set<String> fields = new HashSet<>();
    for (JsonNode media : details.path(BODY).path("content").values()) {
      collect(media.path("schema"), fields, choices, new HashSet<>());
    }
    return fields;
  }

  private void collect(JsonNode schema, Set<String> fields, boolean choices, Set<String> met) {
    fields.addAll(schema.path("properties").propertyNames());
    schema.path("allOf").values().forEach(part -> collect(part, fields, choices, met));
    if (choices) {
      Stream.concat(schema.path("oneOf").valueStream(), schema.path("anyOf").valueStream())
          .forEach(part -> collect(part, fields, true, met));
    }
    String reference = schema.path("$ref").asString("");
    if (!reference.isEmpty() && met.add(reference)) {
      operations
          .catalog()
          .schema(reference)
          .ifPresent(target -> collect(target, fields, choices, met));
    }
  }

  /**
   * The values in a call that name an organization other than the rule's, by their location.
   * Searches at every depth, because an object may be spread over a query and lists may contain
   * objects.
   */
  public Map<String, String> others(int ordinal, CallArguments read, OrganizationRule rule) {
    Map<String, String> others = new LinkedHashMap<>();
    if (names.isEmpty() || !rule.exclusive()) {
      return others;
    }
    ObjectNode details = operations.catalog().details(ordinal);
    parameters(details)
        .map(OrganizationArguments::argument)
        .filter(argument -> read.arguments().has(argument))
        .forEach(argument -> value(argument, read.arguments().get(argument), rule, others));
    within("", read.arguments(), rule, others);
    JsonNode body = read.body();
    if (body != null && !body.isContainer() && rule.taken() && !hasParameter(details)) {
      others.put(BODY, "text, of which the organization cannot be told; give an object");
    } else if (body != null) {
      within(BODY, body, rule, others);
    }
    return others;
  }

  private void within(
      String place, JsonNode value, OrganizationRule rule, Map<String, String> others) {
    if (value.isString()) {
      text(place, value.stringValue(), others);
      return;
    }
    if (value instanceof ObjectNode object) {
      patch(place, object, rule, others);
    }
    value
        .properties()
        .forEach(
            member -> {
              String inner = place.isEmpty() ? member.getKey() : place + "." + member.getKey();
              if (names.contains(member.getKey()) && !member.getValue().isObject()) {
                value(inner, member.getValue(), rule, others);
              }
              within(inner, member.getValue(), rule, others);
            });
    if (value.isArray()) {
      value.values().forEach(element -> within(place + "[]", element, rule, others));
    }
  }

  /** An operation of a JSON Patch (RFC 6902) names its field by a JSON pointer. */
  private void patch(
      String place, ObjectNode object, OrganizationRule rule, Map<String, String> others) {
    String path = object.path("path").asString("");
    if (object.has("op")
        && object.has("value")
        && names.contains(path.substring(path.lastIndexOf('/') + 1))) {
      value(place + ".value", object.get("value"), rule, others);
    }
  }

  /** JSON inside a string, which the API may parse. */
  private void text(String place, String text, Map<String, String> others) {
    String start = text.stripLeading();
    if ((start.startsWith("{") || start.startsWith("["))
        && names.stream().anyMatch(name -> text.contains("\"" + name + "\""))) {
      others.put(place, "JSON within a text; give it as JSON");
    }
  }

  /** A value must be the organization, or a list that contains nothing else. */
  private static void value(
      String place, JsonNode value, OrganizationRule rule, Map<String, String> others) {
    boolean list = value.isArray() && !value.isEmpty();
    boolean same =
        list ? value.valueStream().allMatch(one -> isSame(one, rule)) : isSame(value, rule);
    if (!same && !value.isNull()) {
      others.put(place, ForeignText.line(DisplayValue.of(place, value)));
    }
  }

  private static boolean isSame(JsonNode value, OrganizationRule rule) {
    return value.isValueNode() && !value.isNull() && rule.id().equals(value.asString());
  }
}
