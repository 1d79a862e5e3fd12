package dev.dragoman.runtime.tool.named;

import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.media.ResponseMedia;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reduces successful JSON responses to some of their parts, before anything is cut. Lists are
 * passed through: a path applies to each of their items. Other responses stay as they are.
 *
 * @param members the parts below this one; empty if all of it stays
 */
record Projection(Map<String, Projection> members) {
  private static final Projection ALL = new Projection(Map.of());

  /** The projection to dotted paths; everything stays if there are none. */
  static Projection of(List<String> paths) {
    Map<String, Projection> members = new LinkedHashMap<>();
    paths.forEach(path -> add(members, List.of(path.split("\\.", -1))));
    return new Projection(members);
  }

  private static void add(Map<String, Projection> members, List<String> steps) {
    String first = steps.get(0);
    Projection before = members.get(first);
    if (steps.size() == 1) {
      members.put(first, ALL);
    } else if (before == null || !before.members.isEmpty()) {
      Map<String, Projection> below =
          before == null ? new LinkedHashMap<>() : new LinkedHashMap<>(before.members);
      add(below, steps.subList(1, steps.size()));
      members.put(first, new Projection(below));
    }
  }

  /** The reduced response. */
  ApiResponse apply(ApiResponse response) {
    boolean good = response.status() >= 200 && response.status() <= 299;
    if (members.isEmpty() || !good || !ResponseMedia.of(response.contentType()).isJson()) {
      return response;
    }
    Optional<JsonNode> json = JsonReader.forResponses().find(response.body().shared());
    return json.map(
            whole ->
                new ApiResponse(
                    response.status(),
                    response.headers(),
                    response.contentType(),
                    ApiResponse.Bytes.given(
                        part(whole).toString().getBytes(StandardCharsets.UTF_8)),
                    response.isCut()))
        .orElse(response);
  }

  private JsonNode part(JsonNode whole) {
    if (members.isEmpty()) {
      return whole;
    } else if (whole instanceof ArrayNode items) {
      ArrayNode parts = items.arrayNode();
      items.forEach(item -> parts.add(part(item)));
      return parts;
    } else if (whole instanceof ObjectNode object) {
      ObjectNode parts = object.objectNode();
      object.forEachEntry(
          (name, value) -> {
            Projection below = members.get(name);
            if (below != null) {
              parts.set(name, below.part(value));
            }
          });
      return parts;
    }
    return whole;
  }
}
