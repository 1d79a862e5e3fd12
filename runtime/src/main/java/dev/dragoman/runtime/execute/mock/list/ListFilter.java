package dev.dragoman.runtime.execute.mock.list;

import dev.dragoman.runtime.execute.mock.value.Names;
import dev.dragoman.runtime.execute.mock.value.Overlay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Selects items by query parameters that have the name of one of their properties, such as {@code
 * status=failed}.
 */
public final class ListFilter {
  private static final Set<String> EVERYTHING = Set.of("", "all", "any", "*", "none");

  private final Map<String, String> wanted = new LinkedHashMap<>();

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
    for (JsonNode parameter : details.path("parameters").values()) {
      String name = parameter.path("name").asString("");
      boolean inQuery = parameter.path("in").asString("").equals("query");
      Optional<String> property = inQuery ? Names.property(sample, name) : Optional.empty();
      Optional<String> value = query.get(name);
      if (property.isPresent() && value.isPresent()) {
        JsonNode known = schemas.apply(property.get()).path("enum");
        boolean possible =
            known.isMissingNode()
                || known.values().contains(JsonNodeFactory.instance.stringNode(value.get()));
        JsonNode member = sample.path(property.get());
        if (possible && member.isValueNode() && !EVERYTHING.contains(value.get())) {
          filter.wanted.put(property.get(), value.get());
        }
      }
    }
    return filter;
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
        (name, value) ->
            adapted.set(
                name,
                Overlay.like(adapted.path(name), JsonNodeFactory.instance.stringNode(value))));
    return List.of(adapted);
  }

  private boolean matches(ObjectNode item) {
    return wanted.entrySet().stream()
        .allMatch(want -> item.path(want.getKey()).asString("").equals(want.getValue()));
  }
}
