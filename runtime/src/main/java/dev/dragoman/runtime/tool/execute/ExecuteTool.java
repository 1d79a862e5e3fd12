package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor;
import dev.dragoman.runtime.mcp.tool.ToolDescriptor.Annotations;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.InputSchema;
import dev.dragoman.runtime.tool.ToolInput;
import dev.dragoman.runtime.tool.UnknownOperationResult;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.TextValues;
import dev.dragoman.runtime.tool.wait.WaitRequest;
import dev.dragoman.runtime.tool.wait.Waiter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs one operation of the API if the guard permits it. */
public final class ExecuteTool implements McpTool {
  public static final String NAME = "execute";

  private static final CallView VIEW = new ExecuteView();
  private static final int TITLE_LENGTH = 60;
  private static final int NAME_LENGTH = 2_000;
  private static final int MEDIA_TYPE_LENGTH = 200;
  private static final int KEY_LENGTH = 255;
  private static final List<String> ARGUMENTS =
      List.of(
          "operation",
          "arguments",
          "body",
          "content_type",
          "fields",
          "max_items",
          "skip",
          "answer_tokens",
          NextCall.CONTINUATION,
          "dry_run",
          "idempotency_key",
          WaitRequest.NAME);

  private final ApiOperations operations;
  private final OperationCalls calls;
  private final OperationRunner runner;
  private final ExecutePart part;
  private final boolean namesKeys;
  private final AnswerArguments answers;
  private final int maxWaitSeconds;
  private final Counter outcomes;
  private final AuditSink audit;

  /**
   * Creates the tool for an API.
   *
   * @param guard decides again, independently of what search reported
   */
  public ExecuteTool(ApiOperations operations, Guard guard, ApiBackend backend) {
    this(operations, guard, backend, CallOptions.defaults());
  }

  /** Creates the tool for an API, with the operator's call settings. */
  public ExecuteTool(
      ApiOperations operations, Guard guard, ApiBackend backend, CallOptions options) {
    this(
        operations,
        new OperationCalls(operations, guard, backend, options, CallHooks.counting(new Metrics())),
        options,
        CallHooks.counting(new Metrics()));
  }

  /** Creates the tool on calls that it shares with others. */
  public ExecuteTool(
      ApiOperations operations, OperationCalls calls, CallOptions options, CallHooks hooks) {
    this(operations, calls, options, hooks, ExecutePart.ALL);
  }

  /** Creates the tool for a part of the operations. */
  public ExecuteTool(
      ApiOperations operations,
      OperationCalls calls,
      CallOptions options,
      CallHooks hooks,
      ExecutePart part) {
    this.part = part;
    this.calls = calls;
    this.operations = operations;
    this.audit = hooks.audit();
    this.runner = new OperationRunner(calls, operations.definition(), options);
    this.answers = new AnswerArguments(options.answerTokens());
    this.namesKeys = options.idempotencyHeader().isPresent();
    this.maxWaitSeconds = options.maxWaitSeconds();
    this.outcomes = OperationCalls.counter(hooks.metrics());
  }

  @Override
  public ToolDescriptor descriptor() {
    return descriptor(AccessMode.FULL_ACCESS);
  }

  /** In a read-only connection nothing but reads runs, which is what the hints say. */
  @Override
  public ToolDescriptor descriptor(AccessMode mode) {
    boolean reads = part == ExecutePart.READS || (part.reads() && mode == AccessMode.READ_ONLY);
    return new ToolDescriptor(
            part.tool(),
            part.title(),
            "Run one "
                + part.kind()
                + "operation of the API \""
                + ForeignText.title(operations.definition().title(), TITLE_LENGTH)
                + "\", found with search. Arguments and the connection's access mode are checked"
                + " before anything is sent; a refusal says what a person can change. Choose fields"
                + " to keep results short; next in a result is the call for more.",
            input().requiring("operation"),
            Optional.empty(),
            new Annotations(reads, !reads, reads, true))
        .returning(answers.mostCharacters());
  }

  /** The key is a property of the tool only where it is not a parameter of an operation. */
  private InputSchema input() {
    InputSchema input =
        new InputSchema()
            .add("operation", "string", "Its id or \"METHOD /path\"")
            .add("arguments", "object", "Parameter values by name, as search shows them")
            .any("body", "JSON in the shape search shows")
            .add("content_type", "string", "Media type of body, if several are offered")
            .add("dry_run", "boolean", "Show the request instead of sending it");
    answers.addTo(input);
    input.add(NextCall.CONTINUATION, "string", "Only as next has it");
    if (maxWaitSeconds > 0) {
      input.add(
          WaitRequest.NAME,
          "object",
          "Read until a field has a value, after 202 too:"
              + " {\"until\":{\"status\":[\"done\"]},\"seconds\":30}");
    }
    return namesKeys
        ? input.add("idempotency_key", "string", "Key of an earlier call, to repeat it safely")
        : input;
  }

  @Override
  public ToolResponse call(ToolCall call) {
    try (AuditLine line = AuditLine.ofOperation(audit, call.caller(), part.tool(), call.trace())) {
      try {
        return audited(call, line);
      } finally {
        outcomes.count(line.operation(), line.outcome());
      }
    }
  }

  private ToolResponse audited(ToolCall call, AuditLine audit) {
    ToolInput input = ToolInput.of(part.tool(), call.arguments(), ARGUMENTS);
    Optional<String> operation =
        input.required("operation", input.string("operation", NAME_LENGTH));
    ObjectNode arguments = input.object("arguments");
    JsonNode body = input.jsonOrNull("body");
    Optional<String> contentType = input.string("content_type", MEDIA_TYPE_LENGTH);
    boolean dry = input.flag("dry_run");
    AnswerRequest answer = answers.read(input);
    Optional<String> key = input.string("idempotency_key", KEY_LENGTH);
    Optional<String> continuation = input.string(NextCall.CONTINUATION, PageSeal.MOST_CHARACTERS);
    Optional<WaitRequest> wait = WaitRequest.read(input, maxWaitSeconds);
    if (wait.isPresent() && answer.maxItems().isPresent()) {
      input.problem("wait and max_items cannot be combined: wait first, then list.");
    }
    if (TextValues.tooMany(call.arguments())) {
      input.problem(
          "The JSON text in the arguments has more than "
              + JsonReader.MAX_VALUES
              + " values; send it as JSON, in parts.");
    }
    Optional<CallToolResult> refusal = input.refusal();
    if (refusal.isPresent()) {
      audit.outcome("invalid_arguments");
      return refusal.get();
    }
    OptionalInt ordinal = operations.catalog().find(operation.orElseThrow());
    if (ordinal.isEmpty()) {
      audit.outcome("unknown_operation");
      return UnknownOperationResult.answer(operations, operation.orElseThrow());
    }
    OperationCard card = operations.catalog().card(ordinal.getAsInt());
    if (!part.takes(card.access())) {
      audit.outcome("invalid_arguments");
      return CallToolResult.error(Reason.INVALID_ARGUMENTS, part.refusal(card));
    }
    CallArguments said = new CallArguments(values(arguments), body, contentType);
    Optional<PageSeal.Opened> opened =
        continuation.map(text -> calls.pages().seal().open(text, call.caller(), card.id(), said));
    if (opened.isPresent() && opened.get() instanceof PageSeal.Invalid invalid) {
      audit.operation(card.id());
      audit.outcome("invalid_arguments");
      return notOurs(invalid);
    }
    CallArguments given =
        opened.isPresent() && opened.get() instanceof PageSeal.Query query
            ? said.withMore(query.text())
            : said;
    return runner.run(
        new OperationRunner.Call(
            card,
            ordinal.getAsInt(),
            call.caller(),
            call.input(),
            given,
            key,
            dry,
            answer,
            call.progress(),
            VIEW,
            wait.map(request -> new Waiter(request, call.progress())),
            operations.catalog().renamed(operation.orElseThrow(), card),
            call.allowance()),
        audit);
  }

  /** Nothing else of the call is said: it may be another caller's. */
  private static CallToolResult notOurs(PageSeal.Invalid invalid) {
    List<ArgumentProblem> problems =
        List.of(new ArgumentProblem(NextCall.CONTINUATION, invalid.reason()));
    return CallToolResult.error(Failures.invalid(problems), ProblemText.of(problems, 1));
  }

  private static ObjectNode values(@Nullable ObjectNode arguments) {
    return arguments == null ? JsonNodeFactory.instance.objectNode() : arguments;
  }
}
