package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.MediaTypeModel;
import dev.dragoman.generator.model.ResponseModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The Responses Object of an operation; only the content of one differs by the document's kind. */
final class Responses {
  private Responses() {}

  static List<ResponseModel> of(
      Nodes nodes, Json.Obj operation, Function<Json.Obj, List<MediaTypeModel>> content) {
    List<ResponseModel> models = new ArrayList<>();
    for (Map.Entry<String, Json> entry : nodes.members(operation, "responses").entrySet()) {
      Json.Obj response =
          entry.getKey().startsWith("x-") ? null : nodes.asObject(entry.getValue(), "An answer");
      if (response != null) {
        models.add(
            new ResponseModel(
                entry.getKey(),
                nodes.text(response, "description"),
                List.copyOf(nodes.members(response, "headers").keySet()),
                content.apply(response)));
      }
    }
    return models;
  }
}
