package dev.dragoman.runtime.mcp.message;

import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.json.JsonStructureException;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Batch;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Broken;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Notification;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Response;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Parses messages (JSON-RPC 2.0, sections 4 and 6). Never throws, whatever a client sends. */
public final class MessageReader {
  private static final int MAX_BATCH = 100;

  private MessageReader() {}

  public static IncomingMessage read(byte[] json) {
    try {
      return message(JsonReader.forClients().readUtf8(json));
    } catch (CharacterCodingException e) {
      return unreadable("Parse error: the message is not UTF-8.");
    } catch (StreamConstraintsException e) {
      return unreadable(
          "Parse error: the message is nested too deeply, has too many values, or contains a number"
              + " that is too long or has too large an exponent%s.".formatted(place(e)));
    } catch (JsonStructureException e) {
      return unreadable("Parse error: %s%s.".formatted(e.getOriginalMessage(), place(e)));
    } catch (JacksonException e) {
      return unreadable("Parse error: the message is not JSON.");
    }
  }

  /** The position of the error; a message is one line. */
  private static String place(JacksonException e) {
    TokenStreamLocation location = e.getLocation();
    return location == null || location.getColumnNr() < 1
        ? ""
        : " (column " + location.getColumnNr() + ")";
  }

  private static IncomingMessage unreadable(String message) {
    return new Broken(null, ErrorCode.PARSE_ERROR, message);
  }

  private static IncomingMessage message(JsonNode json) {
    return switch (json.getNodeType()) {
      case OBJECT -> single((ObjectNode) json);
      case ARRAY -> batch(json);
      case MISSING -> unreadable("Parse error: the message is empty.");
      default -> invalid(null, "a message must be a JSON object");
    };
  }

  private static IncomingMessage batch(JsonNode json) {
    if (json.isEmpty() || json.size() > MAX_BATCH) {
      return invalid(null, "a batch must contain 1 to " + MAX_BATCH + " messages");
    }
    List<IncomingMessage> messages = new ArrayList<>(json.size());
    for (JsonNode element : json) {
      messages.add(
          element instanceof ObjectNode object
              ? single(object)
              : invalid(null, "a message in a batch must be a JSON object"));
    }
    return new Batch(messages);
  }

  private static IncomingMessage single(ObjectNode json) {
    JsonNode id = json.get("id");
    JsonNode knownId = isId(id) ? id : null;
    if (!json.path("jsonrpc").isString() || !json.path("jsonrpc").stringValue().equals("2.0")) {
      return invalid(knownId, "\"jsonrpc\" must be \"2.0\"");
    }
    JsonNode method = json.get("method");
    if (method == null && (json.has("result") || json.has("error"))) {
      return new Response(knownId, json.get("result"));
    }
    if (method == null || !method.isString()) {
      return invalid(knownId, "\"method\" must be a string");
    }
    if (id != null && knownId == null) {
      return invalid(null, "\"id\" must be a string or an integer");
    }
    return withParams(knownId, method.stringValue(), json.get("params"));
  }

  private static IncomingMessage withParams(
      @Nullable JsonNode id, String method, @Nullable JsonNode params) {
    if (params != null && !params.isObject()) {
      return new Broken(id, ErrorCode.INVALID_PARAMS, "\"params\" must be an object.");
    }
    ObjectNode object =
        params == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) params;
    return id == null ? new Notification(method, object) : new Request(id, method, object);
  }

  private static boolean isId(@Nullable JsonNode id) {
    return id != null && (id.isString() || id.isIntegralNumber());
  }

  private static Broken invalid(@Nullable JsonNode id, String what) {
    return new Broken(id, ErrorCode.INVALID_REQUEST, "Invalid request: " + what + ".");
  }
}
