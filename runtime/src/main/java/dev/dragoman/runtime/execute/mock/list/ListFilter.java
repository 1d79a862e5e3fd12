package dev.dragoman.runtime.execute.mock.list;

import dev.dragoman.runtime.execute.mock.value.Names;
import dev.dragoman.runtime.execute.mock.value.Overlay;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Selects items by query parameters that have the name of one of their properties, such as {@code
 * status=failed}.
 */
public final class ListFilter {
  private static final Set<String> EVERYTHING = Set.of("", "all", "any", "*", "none");

  private final Map<String, List<String>> wanted = new LinkedHashMap<>();

  private ListFilter() {}

  /**
   * The filter of a request.
   *
   * @param details the operation in the catalog
   * @param sample an item
   * @param schemas the flattened schema of a property
   */
  public static ListFilter of(
      JsonNode details, String rawQuery, JsonNode sample, Function<String, JsonNode> schemas) {
    ListFilter filter = new ListFilter();
    Query query = Query.of(rawQuery);
    Set<String> paging = PageRequest.parameters(details);
    for (JsonNode parameter : details.path("parameters").values()) {
      String name = parameter.path("name").asString("");
      boolean selects = parameter.path("in").asString("").equals("query") && !paging.contains(name);
      Optional<String> property = selects ? Names.property(sample, name) : Optional.empty();
      if (property.isPresent() && sample.path(property.get()).isValueNode()) {
        filter.add(property.get(), values(query, parameter), schemas.apply(property.get()));
      }
    }
    return filter;
  }

  /** The values of a parameter; a list may have them in one field. */
  private static List<String> values(Query query, JsonNode parameter) {
    boolean list = parameter.path("schema").path("type").asString("").equals("array");
    return query.all(parameter.path("name").asString("")).stream()
        .flatMap(value -> list ? Arrays.stream(value.split(",", -1)) : Stream.of(value))
        .toList();
  }

  private void add(String property, List<String> values, JsonNode schema) {
    List<String> known = schema.path("enum").valueStream().map(one -> one.asString("")).toList();
    List<String> possible =
        values.stream().filter(value -> known.isEmpty() || known.contains(value)).toList();
    if (!possible.isEmpty() && possible.stream().noneMatch(EVERYTHING::contains)) {
      wanted.put(property, possible);
    }
  }

  /**
   * The items that match.
   *
   * @param made whether all items were made up: if none of them matches, the first one is made to
   */
  public List<ObjectNode> apply(List<ObjectNode> items, boolean made) {
    List<ObjectNode> matching = items.stream().filter(this::matches).toList();
    if (!matching.isEmpty() || !made || items.isEmpty()) {
      return matching;
    }
    ObjectNode adapted = items.get(0).deepCopy();
    wanted.forEach(
        (name, values) -> {
          JsonNode value = JsonNodeFactory.instance.stringNode(values.get(0));
          adapted.set(name, Overlay.like(adapted.path(name), value));
        });
    return List.of(adapted);
  }

  private boolean matches(ObjectNode item) {
    return wanted.entrySet().stream()
        .allMatch(want -> want.getValue().contains(item.path(want.getKey()).asString("")));
  }
}
