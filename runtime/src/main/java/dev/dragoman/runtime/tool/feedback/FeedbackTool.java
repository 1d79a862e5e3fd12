package dev.dragoman.runtime.tool.feedback;

import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.extension.Feedback;
import dev.dragoman.runtime.extension.FeedbackException;
import dev.dragoman.runtime.extension.FeedbackSink;
import dev.dragoman.runtime.mask.CredentialMask;
import dev.dragoman.runtime.mask.Redaction;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor.Annotations;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.InputSchema;
import dev.dragoman.runtime.tool.ToolInput;
import dev.dragoman.runtime.tool.execute.ExecuteTool;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Accepts a report about this server. Available to read-only callers, too: it writes to the
 * operator's own sink, never to the API.
 */
public final class FeedbackTool implements McpTool {
  public static final String NAME = "submit_mcp_feedback";

  private static final int MAX_LISTED = 40;
  private static final List<String> ARGUMENTS = List.of("kind", "message", "operation", "tool");

  /** The id of an operation by any of its names; empty if it is not known. */
  private final Function<String, Optional<String>> ids;

  private final FeedbackSink sink;
  private final List<String> tools;

  public FeedbackTool(ApiOperations operations, FeedbackSink sink) {
    this(operations, sink, List.of(SearchTool.NAME, ExecuteTool.NAME));
  }

  /**
   * Creates the tool of a server.
   *
   * @param others the names of the server's other tools
   */
  public FeedbackTool(ApiOperations operations, FeedbackSink sink, List<String> others) {
    this(name -> id(operations, name), sink, others);
  }

  /**
   * Creates the tool of a server with operations of any kind.
   *
   * @param ids the id of an operation by any of its names; empty if it is not known
   * @param others the names of the server's other tools
   */
  public FeedbackTool(
      Function<String, Optional<String>> ids, FeedbackSink sink, List<String> others) {
    this.tools = Stream.concat(others.stream(), Stream.of(NAME)).toList();
    this.ids = Objects.requireNonNull(ids);
    this.sink = Objects.requireNonNull(sink);
  }

  @Override
  public ToolDescriptor descriptor() {
    return new ToolDescriptor(
        NAME,
        "Feedback about this server",
        "Report friction with this MCP server itself to the people who run it: a bug, something it"
            + " cannot do, a misleading answer. Not about the API's data or the user's task."
            + " Include no customer data, personal data or secrets. Allowed in read-only mode.",
        input().requiring("kind", "message"),
        Optional.empty(),
        new Annotations(false, false, false, false));
  }

  /** The names of many tools would be in the list of tools twice. */
  private InputSchema input() {
    InputSchema input =
        new InputSchema()
            .words("kind", Feedback.Kind.words(), "")
            .add(
                "message",
                "string",
                "What happened, what was expected; up to " + Feedback.MESSAGE_LIMIT + " characters")
            .add("operation", "string", "The operation it is about, if any");
    String about = "The tool it is about, if any";
    return tools.size() > MAX_LISTED
        ? input.add("tool", "string", about)
        : input.words("tool", tools, about);
  }

  @Override
  public CallToolResult call(ToolCall call) {
    ToolInput input = ToolInput.of(NAME, call.arguments(), ARGUMENTS);
    Optional<Feedback.Kind> kind =
        input
            .required("kind", input.word("kind", Feedback.Kind.words()))
            .flatMap(Feedback.Kind::of);
    Optional<String> message =
        input.required("message", input.string("message", Feedback.MESSAGE_LIMIT));
    Optional<String> operation = input.string("operation", Feedback.OPERATION_LIMIT);
    Optional<String> tool = input.word("tool", tools);
    Optional<CallToolResult> refusal = input.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    CredentialMask mask = CredentialMask.of(call.caller());
    return submit(
        new Feedback(
            kind.orElseThrow(),
            mask.mask(message.orElseThrow()),
            operation.map(name -> operation(mask.mask(name))),
            tool));
  }

  private CallToolResult submit(Feedback feedback) {
    try {
      String id = sink.submit(feedback);
      return CallToolResult.text(
          "Feedback stored for the people who run this server. Its id: " + id);
    } catch (FeedbackException e) {
      return CallToolResult.error(ToolFailure.Reason.BUSY, String.valueOf(e.getMessage()));
    }
  }

  /** The id of a known operation; for any other name, the part of it that may be kept. */
  private String operation(String name) {
    return ids.apply(name).orElseGet(() -> Redaction.of(name));
  }

  private static Optional<String> id(ApiOperations operations, String name) {
    Catalog catalog = operations.catalog();
    OptionalInt ordinal = catalog.find(name);
    return ordinal.isPresent()
        ? Optional.of(catalog.card(ordinal.getAsInt()).id())
        : Optional.empty();
  }
}
