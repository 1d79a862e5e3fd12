package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.tool.CallArguments;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments of the call of execute that goes on after a result, complete, so that a model can
 * send them as they are.
 */
final class NextCall {
  private NextCall() {}

  static ObjectNode of(String operation, CallArguments given, AnswerRequest answer) {
    ObjectNode call = JsonNodeFactory.instance.objectNode().put("operation", operation);
    if (!given.arguments().isEmpty()) {
      call.set("arguments", given.arguments());
    }
    if (given.body() != null) {
      call.set("body", given.body());
    }
    given.contentType().ifPresent(type -> call.put("content_type", type));
    fields(call, answer.fields());
    answer.maxItems().ifPresent(count -> call.put("max_items", count));
    if (answer.skip() > 0) {
      call.put("skip", answer.skip());
    }
    answer.tokens().ifPresent(count -> call.put("answer_tokens", count));
    return call;
  }

  private static void fields(ObjectNode call, List<FieldPath> fields) {
    if (!fields.isEmpty()) {
      ArrayNode names = call.putArray("fields");
      fields.forEach(field -> names.add(field.toString()));
    }
  }
}
