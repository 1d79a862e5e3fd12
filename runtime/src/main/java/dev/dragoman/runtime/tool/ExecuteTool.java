package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.ApiRequest;
import dev.dragoman.runtime.ArgumentProblem;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.InvalidArgumentsException;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.guard.Decision;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.guard.Refusal;
import dev.dragoman.runtime.mcp.Tool;
import dev.dragoman.runtime.mcp.ToolCall;
import dev.dragoman.runtime.mcp.ToolDescriptor;
import dev.dragoman.runtime.mcp.ToolDescriptor.Annotations;
import dev.dragoman.runtime.mcp.ToolResult;
import dev.dragoman.runtime.validate.CallSchemas;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Runs one operation of the API, if the guard lets the caller. */
public final class ExecuteTool implements Tool {
  static final String NAME = "execute";

  private static final String DRY_RUN = "Dry run: nothing was sent. The request would be:\n\n";
  private static final int TITLE_LENGTH = 60;
  private static final int NAME_LENGTH = 2_000;
  private static final int MEDIA_TYPE_LENGTH = 200;
  private static final int PROBLEMS_SHOWN = 20;
  private static final List<String> ARGUMENTS =
      List.of("operation", "arguments", "body", "content_type", "dry_run");

  private final ApiOperations operations;
  private final Guard guard;
  private final Backend backend;
  private final Supplier<CallReader> reader;
  private final ApiAnswer answers;

  /**
   * The tool for an API.
   *
   * @param guard decides again, whatever search said
   */
  public ExecuteTool(ApiOperations operations, Guard guard, Backend backend) {
    this(operations, guard, backend, CallOptions.defaults());
  }

  /** The tool for an API, with what the operator decides about calls. */
  public ExecuteTool(ApiOperations operations, Guard guard, Backend backend, CallOptions options) {
    this.operations = Objects.requireNonNull(operations);
    this.guard = Objects.requireNonNull(guard);
    this.backend = Objects.requireNonNull(backend);
    this.reader = Lazy.of(() -> new CallReader(operations, options));
    this.answers = new ApiAnswer(options);
  }

  @Override
  public ToolDescriptor descriptor() {
    return new ToolDescriptor(
        NAME,
        "Run an operation",
        "Run one operation of the API \""
            + PlainText.title(operations.definition().title(), TITLE_LENGTH)
            + "\", found with search. Arguments are checked and the connection's access mode is"
            + " enforced before anything is sent; a refusal says what a person can change.",
        new InputSchema()
            .add("operation", "string", "Its id or \"METHOD /path\"")
            .add("arguments", "object", "Parameter values by name, as search shows them")
            .any("body", "Request body: JSON in the shape search shows")
            .add("content_type", "string", "Media type of body, where several are offered")
            .add("dry_run", "boolean", "Return the exact request instead of sending it")
            .requiring("operation"),
        Optional.empty(),
        new Annotations(false, true, false, true));
  }

  @Override
  public ToolResult call(ToolCall call) {
    ToolInput input = ToolInput.of(NAME, call.arguments(), ARGUMENTS);
    Optional<String> operation =
        input.required("operation", input.string("operation", NAME_LENGTH));
    ObjectNode arguments = input.object("arguments");
    JsonNode body = input.json("body");
    Optional<String> contentType = input.string("content_type", MEDIA_TYPE_LENGTH);
    boolean dry = input.flag("dry_run");
    Optional<ToolResult> refusal = input.refusal();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    OptionalInt ordinal = operations.catalog().find(operation.orElseThrow());
    if (ordinal.isEmpty()) {
      return UnknownOperation.answer(operations, operation.orElseThrow());
    }
    OperationCard card = operations.catalog().card(ordinal.getAsInt());
    Call made =
        new Call(
            card,
            call.caller(),
            ordinal.getAsInt(),
            new CallReader.Given(values(arguments), body, contentType));
    return guarded(made, dry);
  }

  private static ObjectNode values(@Nullable ObjectNode arguments) {
    return arguments == null ? JsonNodeFactory.instance.objectNode() : arguments;
  }

  /** One call of an operation. */
  private record Call(OperationCard card, Caller caller, int ordinal, CallReader.Given given) {}

  /** The guard comes first: whoever may not run an operation learns nothing from its checks. */
  private ToolResult guarded(Call call, boolean dry) {
    OperationCard card = call.card();
    AuditLine audit = AuditLine.start(card.id(), call.caller());
    OperationHandler handler = operations.handler(card);
    Decision decision = guard.decide(handler.operation(), call.caller());
    if (decision instanceof Refusal refusal) {
      audit.end("refused");
      return ToolResult.error(refusal.message());
    }
    try {
      CallSchemas schemas = reader.get().schemas(call.ordinal());
      CallReader.Given given = reader.get().forCaller(call.caller(), call.ordinal(), call.given());
      ApiRequest request = reader.get().request(handler, schemas, given);
      return dry
          ? preview((Permit) decision, request)
          : run((Permit) decision, request, schemas, audit);
    } catch (InvalidArgumentsException e) {
      audit.end("invalid arguments");
      return ToolResult.error(problems(card, e.problems()));
    } catch (UpstreamException e) {
      audit.end("no answer");
      return ToolResult.error(card.id() + ": " + e.getMessage());
    }
  }

  private ToolResult run(Permit permit, ApiRequest request, CallSchemas schemas, AuditLine audit) {
    ApiResponse response = backend.executor().execute(permit, request);
    audit.end("status " + response.status());
    return answers.of(response, schemas, permit.operation().id());
  }

  private ToolResult preview(Permit permit, ApiRequest request) {
    return ToolResult.text(DRY_RUN + backend.sender().preview(permit, request));
  }

  private static String problems(OperationCard card, List<ArgumentProblem> problems) {
    StringBuilder text = new StringBuilder("The arguments do not fit; nothing was sent.\n");
    text.append(
        problems.stream()
            .map(problem -> "- " + PlainText.clip(PlainText.line(problem.toString()), 400))
            .limit(PROBLEMS_SHOWN)
            .collect(Collectors.joining("\n")));
    if (problems.size() > PROBLEMS_SHOWN) {
      text.append("\n- and ").append(problems.size() - PROBLEMS_SHOWN).append(" more");
    }
    text.append("\nThe operation:\n").append(card.id()).append(": ");
    text.append(card.method()).append(' ').append(PlainText.line(card.path()));
    HitText.field(text, "params", card.parameters(), 2_000);
    HitText.field(text, "body", card.body(), 2_000);
    return text.toString();
  }
}
