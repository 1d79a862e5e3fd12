package dev.dragoman.runtime.transport.http.tools;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.DirectToolCalls;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.CallToolResult.Content;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.mcp.tool.ToolJson;
import dev.dragoman.runtime.trace.TraceContext;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tools with plain JSON: arguments in, the result or a problem (RFC 9457) out. Thread-safe. */
public final class ToolApi {
  /** The path of the description. */
  public static final String DESCRIPTION = "/openapi.json";

  /** The start of the tools' paths. */
  public static final String TOOLS = "/tools/";

  private static final String JSON = "application/json";
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;

  private final DirectToolCalls calls;
  private final ToolApiOptions options;

  public ToolApi(DirectToolCalls calls, ToolApiOptions options) {
    this.calls = calls;
    this.options = options;
  }

  /** Whether a path, in its normal form, belongs to this API. */
  public static boolean isPath(String path) {
    return path.equals(DESCRIPTION) || path.startsWith(TOOLS);
  }

  /** The header that confirms a call. */
  public String confirmationHeader() {
    return options.confirmationHeader();
  }

  /** The OpenAPI document of the tools. */
  public ToolReply description() {
    ObjectNode document = new ToolApiDocument(options).of(calls.tools());
    return new ToolReply(200, JSON, document, List.of());
  }

  /** A problem that is not about a tool. */
  public static ToolReply problem(int status, String detail) {
    return ProblemDocument.reply(ProblemDocument.of(status, detail));
  }

  /**
   * The body of a call as it was read.
   *
   * @param arguments null if it cannot be read
   * @param problem the response in that case
   */
  public record Body(@Nullable ObjectNode arguments, @Nullable ToolReply problem) {}

  /** Reads a body; an empty one is an empty object. */
  public Body read(byte[] body) {
    try {
      return new Body(arguments(body), null);
    } catch (CharacterCodingException e) {
      return new Body(null, problem(400, "The body is not UTF-8."));
    } catch (JacksonException | IllegalArgumentException e) {
      String expected =
          "The body must be a JSON object with the arguments of the tool, with unique names and at"
              + " most "
              + JsonReader.MAX_DEPTH
              + " levels.";
      return new Body(null, problem(400, expected));
    }
  }

  /**
   * Calls a tool.
   *
   * @param path the path of the request, in its normal form
   * @param holder whom the limits per caller apply to; compared by {@code equals}
   * @param confirmation the value of the confirmation header, if the request has one
   */
  public ToolReply call(
      String path,
      Body body,
      Caller caller,
      Object holder,
      Optional<String> confirmation,
      TraceContext trace) {
    if (body.arguments() == null) {
      return Objects.requireNonNull(body.problem());
    }
    String tool = path.substring(TOOLS.length());
    return calls
        .call(tool, body.arguments(), caller, holder, confirmation, trace)
        .map(this::reply)
        .orElseGet(() -> unknown(tool));
  }

  private static ObjectNode arguments(byte[] body) throws CharacterCodingException {
    if (body.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    JsonNode json = JsonReader.forClients().readUtf8(body);
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException("not an object");
  }

  private ToolReply unknown(String tool) {
    String name = tool.matches("[A-Za-z0-9_-]{1,64}") ? " " + tool : " of this name";
    String known = calls.tools().stream().map(one -> one.name()).collect(Collectors.joining(", "));
    return problem(404, "There is no tool" + name + ". The tools are " + known + ".");
  }

  private ToolReply reply(DirectToolCalls.Outcome outcome) {
    CallToolResult result = outcome.result();
    if (result.failure().isEmpty()) {
      return new ToolReply(200, JSON, success(result), List.of());
    }
    ToolFailure failure = result.failure().get();
    ObjectNode problem = ProblemDocument.of(status(failure), text(result));
    ProblemDocument.addErrors(problem, failure.problems());
    failure.apiStatus().ifPresent(status -> problem.put("api_status", status));
    outcome.confirmation().ifPresent(token -> confirm(problem, token));
    return ProblemDocument.reply(problem, outcome.scopes(), outcome.retryAfter());
  }

  private void confirm(ObjectNode problem, String token) {
    problem.put("confirmation", token);
    problem.put(
        "remedy",
        "Nothing was done. Ask the user. If the user agrees, send the same request again within ten"
            + " minutes with the header "
            + options.confirmationHeader()
            + ": the value of \"confirmation\".");
  }

  private static int status(ToolFailure failure) {
    return switch (failure.reason()) {
      case INVALID_ARGUMENTS -> 400;
      case REFUSED -> 403;
      case UNCONFIRMED -> CONFLICT;
      case API_ERROR ->
          failure.apiStatus().orElse(0) == TOO_MANY_REQUESTS ? TOO_MANY_REQUESTS : 502;
      case NO_RESPONSE -> 502;
      case LATE -> 504;
      case BUSY -> 503;
      case TOO_MANY_CALLS -> TOO_MANY_REQUESTS;
      case OTHER -> 500;
    };
  }

  private static String text(CallToolResult result) {
    return result.content().stream()
        .filter(Content.Text.class::isInstance)
        .map(block -> ((Content.Text) block).text())
        .collect(Collectors.joining("\n"));
  }

  /**
   * The structured content; without it, a text that is a JSON object or array; otherwise the blocks
   * of content as MCP has them.
   */
  private static JsonNode success(CallToolResult result) {
    if (result.structured().isPresent()) {
      return result.structured().get();
    }
    return json(result)
        .orElseGet(
            () -> {
              ObjectNode blocks = JsonNodeFactory.instance.objectNode();
              return blocks.set("content", ToolJson.result(result).required("content"));
            });
  }

  private static Optional<JsonNode> json(CallToolResult result) {
    if (result.content().size() != 1
        || !(result.content().get(0) instanceof Content.Text text)
        || !(text.text().startsWith("{") || text.text().startsWith("["))) {
      return Optional.empty();
    }
    return JsonReader.forResponses().find(text.text()).filter(JsonNode::isContainer);
  }
}
