package dev.dragoman.runtime.mcp;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.limit.CallerLimits;
import dev.dragoman.runtime.mcp.message.ErrorCode;
import dev.dragoman.runtime.mcp.message.IncomingMessage.Request;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.Reply;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolJson;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tools of a server by name, in registration order. */
final class ToolRegistry {
  private final Map<String, McpTool> byName = new LinkedHashMap<>();
  private final CallerLimits limits;
  private final RefusedCalls refusedCalls;
  private final String scope;
  private final Map<AccessMode, ArrayNode> listed = new EnumMap<>(AccessMode.class);

  ToolRegistry(List<McpTool> tools, CallerLimits limits, RefusedCalls refusedCalls) {
    this.limits = limits;
    this.refusedCalls = refusedCalls;
    for (McpTool tool : tools) {
      ToolDescriptor descriptor = tool.descriptor();
      if (byName.put(descriptor.name(), tool) != null) {
        throw new IllegalArgumentException("Duplicate tool name " + descriptor.name() + ".");
      }
    }
    for (AccessMode mode : AccessMode.values()) {
      listed.put(mode, list(mode, tools));
    }
    scope = Set.copyOf(listed.values()).size() == 1 ? "public" : "private";
  }

  /** The tool of a name, or the only one that had it before it was renamed. */
  Optional<McpTool> find(String name) {
    McpTool tool = byName.get(name);
    return tool == null ? former(name) : Optional.of(tool);
  }

  private Optional<McpTool> former(String name) {
    List<McpTool> former =
        byName.values().stream().flatMap(tool -> tool.formerly(name).stream()).limit(2).toList();
    return former.size() == 1 ? Optional.of(former.get(0)) : Optional.empty();
  }

  /** What one caller may do at a time and in a minute. */
  CallerLimits limits() {
    return limits;
  }

  /** What is listed, in order. */
  List<ToolDescriptor> descriptors() {
    return byName.values().stream().map(McpTool::descriptor).toList();
  }

  /**
   * The result of {@code tools/list}: always the complete list, so there is never a cursor. Hints
   * depend on the access mode of the caller.
   */
  Reply.Answer list(Request request, MessageContext context, UnaryOperator<ObjectNode> era) {
    if (request.params().has("cursor")) {
      return Reply.failed(
          request.id(), ErrorCode.INVALID_PARAMS, "Invalid cursor: the list has one page.");
    }
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.set("tools", listed(context.caller()));
    return Reply.result(request.id(), era.apply(result));
  }

  private ArrayNode listed(Caller caller) {
    if (caller.tag().isEmpty()) {
      return Objects.requireNonNull(listed.get(caller.accessMode()));
    }
    return list(
        caller.accessMode(),
        byName.values().stream().filter(tool -> tool.isListed(caller.tag().get())).toList());
  }

  private static ArrayNode list(AccessMode mode, Collection<McpTool> tools) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    tools.forEach(tool -> list.add(ToolJson.descriptor(tool.descriptor(mode))));
    return list;
  }

  /** Who may share a cached list: everyone with the same URL, unless hints depend on the caller. */
  String scope() {
    return scope;
  }

  /** Runs {@code tools/call}. */
  Reply.Answer call(Request request, MessageContext context, ToolCalls dialogue) {
    String name = request.name().orElse("");
    McpTool tool = find(name).orElse(null);
    if (tool == null) {
      return Reply.failed(request.id(), ErrorCode.INVALID_PARAMS, unknown(name));
    }
    JsonNode arguments = request.params().path("arguments");
    if (!arguments.isMissingNode() && !arguments.isNull() && !arguments.isObject()) {
      return Reply.failed(
          request.id(), ErrorCode.INVALID_PARAMS, "\"arguments\" must be an object.");
    }
    ObjectNode given =
        arguments.isObject() ? (ObjectNode) arguments : JsonNodeFactory.instance.objectNode();
    CallerLimits.Admission admission = limits.admit(context.holder());
    if (admission instanceof CallerLimits.Refused refused) {
      CallToolResult result = limited(refused, name, context.caller(), context.trace(request));
      return Reply.result(request.id(), dialogue.complete(ToolJson.result(result)));
    }
    CallerLimits.Admitted admitted = (CallerLimits.Admitted) admission;
    try (admitted) {
      return dialogue.run(request, new CountedTool(tool, limits, context.holder()), given, context);
    } catch (InsufficientScopeException e) {
      CallToolResult refusal = CallToolResult.error(Objects.requireNonNullElse(e.getMessage(), ""));
      ObjectNode result = dialogue.complete(ToolJson.result(refusal));
      return new Reply.Answer(
          Reply.result(request.id(), result).body(), Reply.Outcome.INSUFFICIENT_SCOPE, e.scopes());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      logFault(name, e);
      return Reply.failed(
          request.id(), ErrorCode.INTERNAL_ERROR, "Internal error in tool " + name + ".");
    }
  }

  /** The result of a call that a limit does not admit: the agent can wait. */
  CallToolResult limited(
      CallerLimits.Refused refused, String tool, Caller caller, TraceContext trace) {
    refusedCalls.refused(tool, caller, trace);
    return CallToolResult.error(
        Reason.TOO_MANY_CALLS,
        "Too many calls: %s. Nothing was done. Retry after %d s."
            .formatted(refused.limit(), refused.seconds()));
  }

  /** Logs the location, but not the exception's message, which may contain a secret. */
  static void logFault(String name, Throwable fault) {
    StackTraceElement[] trace = fault.getStackTrace();
    LoggerFactory.getLogger(ToolRegistry.class)
        .error(
            "Tool {} failed: {} at {}",
            name,
            fault.getClass().getName(),
            trace.length == 0 ? "unknown place" : trace[0]);
  }

  private static String unknown(String name) {
    return name.isEmpty()
        ? "\"name\" must be the name of a tool."
        : "Unknown tool: " + name.substring(0, Math.min(name.length(), 64)) + ".";
  }
}
