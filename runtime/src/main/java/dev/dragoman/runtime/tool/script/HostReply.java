package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.media.ResponseMedia;
import dev.dragoman.runtime.tool.ForeignText;
import java.math.BigInteger;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a script gets for a call: a value, or an error that it can catch. */
final class HostReply {
  /** A longer response does not fit into the memory of a script several times. */
  private static final int MOST_BYTES = 2 << 20;

  private static final int TEXT_BYTES = 300;
  private static final int FIRST_NOT_SUCCESSFUL = 300;

  /** Numbers beyond this lose digits in JavaScript (ECMA-262, Number.MAX_SAFE_INTEGER). */
  private static final BigInteger MOST_SAFE = BigInteger.valueOf((1L << 53) - 1);

  private HostReply() {}

  static ObjectNode value(JsonNode value) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.set("value", value);
    return reply;
  }

  static ObjectNode error(String message) {
    ObjectNode reply = JsonNodeFactory.instance.objectNode();
    reply.putObject("error").put("message", message);
    return reply;
  }

  /** The body of a successful response; anything else is an error with status and body. */
  static ObjectNode of(ApiReply reply) {
    byte[] bytes = reply.bytes();
    if (bytes.length > MOST_BYTES) {
      return error(
          reply.operation()
              + " returned "
              + bytes.length
              + " bytes, more than a script can take ("
              + MOST_BYTES
              + "); request less, e.g. smaller pages.");
    }
    JsonNode body = body(reply, bytes);
    if (!reply.isComplete()) {
      return error(reply.operation() + ": the response is incomplete.");
    } else if (reply.status() < FIRST_NOT_SUCCESSFUL) {
      return value(body);
    }
    ObjectNode failed = error(reply.operation() + ": status " + reply.status() + shown(body));
    ((ObjectNode) failed.path("error")).put("status", reply.status()).set("body", body);
    return failed;
  }

  private static String shown(JsonNode body) {
    String text = body.isString() ? body.stringValue() : body.toString();
    return body.isNull() ? "" : ": " + ForeignText.clip(ForeignText.line(text), TEXT_BYTES);
  }

  private static JsonNode body(ApiReply reply, byte[] bytes) {
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.nullNode();
    }
    ResponseMedia media = ResponseMedia.of(reply.contentType());
    Optional<JsonNode> json =
        media.isJson() || reply.contentType().isEmpty()
            ? JsonReader.forResponses().find(bytes)
            : Optional.empty();
    return json.map(HostReply::safe)
        .orElseGet(
            () ->
                JsonNodeFactory.instance.stringNode(
                    media.text(bytes).orElse("(" + bytes.length + " bytes that are not text)")));
  }

  /** The value with integers that JavaScript cannot represent as text, so that ids stay intact. */
  static JsonNode safe(JsonNode value) {
    if (value.isIntegralNumber() && value.bigIntegerValue().abs().compareTo(MOST_SAFE) > 0) {
      return JsonNodeFactory.instance.stringNode(value.asString());
    } else if (value instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(safe(member.getValue())));
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, safe(array.get(i)));
      }
    }
    return value;
  }
}
