package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.execute.OperationRunner.Call;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The arguments of the calls of execute that go on after a result, complete, so that a model can
 * send them as they are.
 *
 * @param made the call with the result
 * @param seal protects what an agent may not write
 */
record NextCall(Call made, PageSeal seal) {
  /** The argument with a sealed addition to the query. */
  static final String CONTINUATION = "continuation";

  ObjectNode with(CallArguments given, AnswerRequest answer) {
    String operation = made.card().id();
    ObjectNode call = JsonNodeFactory.instance.objectNode().put("operation", operation);
    if (!given.arguments().isEmpty()) {
      call.set("arguments", given.arguments());
    }
    if (given.body() != null) {
      call.set("body", given.body());
    }
    given.contentType().ifPresent(type -> call.put("content_type", type));
    seal.close(made.caller(), operation, given).ifPresent(more -> call.put(CONTINUATION, more));
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
