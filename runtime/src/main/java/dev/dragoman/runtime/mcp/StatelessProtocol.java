package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.mcp.message.ErrorCode;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.Meta;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.message.Reply.Outcome;
import dev.dragoman.runtime.mcp.state.RequestStates;
import dev.dragoman.runtime.text.VisibleText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The stateless protocol, 2026-07-28: each request is self-contained. */
final class StatelessProtocol {
  /** How long a client may cache the tool list, which changes only with the server: 5 minutes. */
  private static final int TTL_MS = 300_000;

  private static final int LONGEST_VERSION = 64;

  private final ServerJson server;
  private final ToolRegistry tools;
  private final ToolCalls dialogue;

  StatelessProtocol(ServerJson server, ToolRegistry tools, @Nullable RequestStates states) {
    this.server = server;
    this.tools = tools;
    this.dialogue = new StatelessToolCalls(states, this::complete);
  }

  Reply handle(Request request, MessageContext context) {
    JsonNode meta = request.params().path("_meta");
    Optional<String> declared = request.declaredVersion();
    if (declared.isEmpty() || !meta.path(Meta.CLIENT_CAPABILITIES).isObject()) {
      return Reply.malformed(
          request.id(),
          ErrorCode.INVALID_PARAMS,
          "\"params._meta\" must contain \"%s\" (a string) and \"%s\" (an object)."
              .formatted(Meta.PROTOCOL_VERSION, Meta.CLIENT_CAPABILITIES));
    }
    if (ProtocolVersion.of(declared.get()).filter(ProtocolVersion::isModern).isEmpty()) {
      return unsupported(request.id(), declared.get());
    }
    return switch (request.method()) {
      case "server/discover" -> Reply.result(request.id(), cacheable(server.discovery(), "public"));
      case "tools/list" -> tools.list(request, context, result -> cacheable(result, tools.scope()));
      case "tools/call" -> tools.call(request, context, dialogue);
      default ->
          Reply.error(
              request.id(),
              ErrorCode.METHOD_NOT_FOUND,
              "Method not found.",
              null,
              Outcome.UNKNOWN_METHOD);
    };
  }

  /**
   * Refuses a version. A version that requires {@code initialize} is not offered to a client that
   * requested it without.
   */
  static Reply.Answer unsupported(@Nullable JsonNode id, String requested) {
    boolean legacy = ProtocolVersion.of(requested).isPresent();
    List<ProtocolVersion> offered =
        ProtocolVersion.newestFirst().stream().filter(v -> !legacy || v.isModern()).toList();
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("requested", shown(requested));
    ArrayNode supported = data.putArray("supported");
    offered.forEach(version -> supported.add(version.text()));
    return Reply.error(
        id,
        ErrorCode.UNSUPPORTED_PROTOCOL_VERSION,
        legacy ? "This protocol version requires \"initialize\"." : "Unsupported protocol version.",
        data,
        Outcome.MALFORMED);
  }

  /** An unknown version is not repeated in full. */
  private static String shown(String requested) {
    return VisibleText.line(requested.substring(0, Math.min(requested.length(), LONGEST_VERSION)));
  }

  private ObjectNode complete(ObjectNode result) {
    result.put("resultType", "complete");
    result.putObject("_meta").set(Meta.SERVER_INFO, server.implementation());
    return result;
  }

  private ObjectNode cacheable(ObjectNode result, String scope) {
    return complete(result).put("ttlMs", TTL_MS).put("cacheScope", scope);
  }
}
