package dev.dragoman.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dragoman.benchmarks.measure.Resources;
import dev.dragoman.runtime.json.JsonReader;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests and responses as they occur with the example. */
final class Samples {
  private static final String ID = "2121c3a7-5b21-4e21-9d21-7f21a1b2c3d4";

  private Samples() {}

  /** The arguments of {@code bulkSync_get}. */
  static ObjectNode readArguments() {
    return JsonNodeFactory.instance.objectNode().put("id", ID);
  }

  /** The body of {@code bulkSync_create}: half a kilobyte. */
  static JsonNode createBody() {
    return json("bulk-sync-request.json");
  }

  /** The response to {@code bulkSync_get}: a kilobyte and a half. */
  static JsonNode response() {
    return json("bulk-sync-response.json");
  }

  /** A response to {@code bulkSync_list} with this many syncs. */
  static JsonNode page(int syncs) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    page.putArray("data").addAll(Collections.nCopies(syncs, response().path("data")));
    return page;
  }

  /** A message that reads one sync. */
  static byte[] readMessage() {
    return call("execute", execute("bulkSync_get", readArguments()));
  }

  /** A message that creates a sync. */
  static byte[] createMessage() {
    ObjectNode arguments = execute("bulkSync_create", JsonNodeFactory.instance.objectNode());
    arguments.set("body", createBody());
    return call("execute", arguments);
  }

  /** A message whose body has this many syncs: an upload of records. */
  static byte[] longMessage(int syncs) {
    ObjectNode arguments = execute("bulkSync_create", JsonNodeFactory.instance.objectNode());
    arguments
        .putObject("body")
        .putArray("records")
        .addAll(Collections.nCopies(syncs, createBody()));
    return call("execute", arguments);
  }

  /** A message that searches for several steps at once. */
  static byte[] searchMessage(List<String> queries) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    if (queries.size() == 1) {
      arguments.put("query", queries.get(0));
    } else {
      queries.forEach(arguments.putArray("queries")::add);
    }
    return call("search", arguments);
  }

  private static ObjectNode execute(String operation, ObjectNode values) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("operation", operation);
    arguments.set("arguments", values);
    return arguments;
  }

  private static byte[] call(String tool, ObjectNode arguments) {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").put("id", 1);
    message.put("method", "tools/call");
    message.putObject("params").put("name", tool).set("arguments", arguments);
    return message.toString().getBytes(UTF_8);
  }

  private static JsonNode json(String name) {
    return JsonReader.forClients().read(Resources.text(Samples.class, name));
  }
}
