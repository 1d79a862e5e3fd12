package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.guard.Decision;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.guard.Refusal;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.mcp.tool.ToolResult;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.CallReader;
import dev.dragoman.runtime.tool.call.CallRefusedException;
import dev.dragoman.runtime.tool.confirm.CallConfirmation;
import dev.dragoman.runtime.tool.search.HitText;
import dev.dragoman.runtime.validate.OperationValidator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a call of an operation from the guard to the answer: may the caller, do the arguments fit,
 * does the user agree, what does the API say. Each step comes before the next; nothing is sent
 * unless all of them passed.
 */
final class OperationRunner {
  private static final Logger LOG = LoggerFactory.getLogger("calls");
  private static final String DRY_RUN = "Dry run: nothing was sent. The request would be:\n\n";
  private static final int PROBLEMS_SHOWN = 20;

  private final ApiOperations operations;
  private final Guard guard;
  private final ApiBackend backend;
  private final Supplier<CallReader> reader;
  private final ExecuteResult answers;
  private final Idempotency idempotency;
  private final CallConfirmation confirmer;

  OperationRunner(ApiOperations operations, Guard guard, ApiBackend backend, CallOptions options) {
    this.operations = operations;
    this.guard = guard;
    this.backend = backend;
    this.reader = Lazy.of(() -> new CallReader(operations, guard, options));
    this.answers = new ExecuteResult(options);
    this.idempotency = new Idempotency(options);
    this.confirmer = new CallConfirmation(options.confirmation(), operations.definition());
  }

  /**
   * One call of an operation.
   *
   * @param input what the client said when it was asked
   * @param reusedKey the idempotency key of an earlier call
   * @param dry whether only to show the request
   */
  record Call(
      OperationCard card,
      int ordinal,
      Caller caller,
      ClientInput input,
      CallArguments given,
      Optional<String> reusedKey,
      boolean dry) {}

  /**
   * What is sent, and by which rules.
   *
   * @param given the values that the request was made of, without a key made up for it
   */
  private record Sent(
      Permit permit,
      CallArguments given,
      ApiRequest request,
      OperationValidator schemas,
      Optional<Idempotency.Key> key) {}

  /** The guard comes first: whoever may not run an operation learns nothing from its checks. */
  ToolResponse run(Call call, AuditLine audit) {
    audit.operation(call.card().id());
    OperationHandler handler = operations.handler(call.card());
    Decision decision = guard.decide(handler.operation(), call.caller());
    if (decision instanceof Refusal refusal) {
      audit.decided(AuditLine.Decided.REFUSED);
      audit.outcome("refused");
      return refused(refusal);
    }
    audit.decided(AuditLine.Decided.ALLOWED);
    try {
      return permitted(call, (Permit) decision, handler, audit);
    } catch (CallRefusedException e) {
      audit.decided(AuditLine.Decided.REFUSED);
      audit.outcome("refused");
      return refused(e.refusal());
    } catch (InvalidArgumentsException e) {
      audit.outcome("invalid_arguments");
      return ToolResult.error(problems(call.card(), e.problems()));
    }
  }

  private static ToolResult refused(Refusal refusal) {
    if (!refusal.scopes().isEmpty()) {
      throw new InsufficientScopeException(refusal.message(), refusal.scopes());
    }
    return ToolResult.error(refusal.message());
  }

  private ToolResponse permitted(
      Call call, Permit permit, OperationHandler handler, AuditLine audit) {
    OperationValidator schemas = reader.get().schemas(call.ordinal());
    CallArguments given = reader.get().forCaller(permit, call.ordinal(), call.given());
    Optional<Idempotency.Key> key =
        idempotency.key(call.card().method(), schemas, given.arguments(), call.reusedKey());
    if (call.reusedKey().isPresent() && key.isEmpty()) {
      audit.outcome("invalid_arguments");
      return ToolResult.error(idempotency.unknownTo(call.card().id()));
    }
    CallArguments keyed = Idempotency.with(key, given);
    ApiRequest request =
        idempotency.header(
            reader.get().request(permit, call.ordinal(), handler, schemas, keyed), key);
    Sent sent = new Sent(permit, given, request, schemas, key);
    try {
      return call.dry() ? preview(sent, audit) : confirmed(call, sent, audit);
    } catch (UpstreamException e) {
      e.status().ifPresent(audit::answered);
      audit.outcome("no_answer");
      return noted(sent, ToolResult.error(call.card().id() + ": " + e.getMessage()));
    }
  }

  /** The user is asked last, about a call that would be sent as it is. */
  private ToolResponse confirmed(Call call, Sent sent, AuditLine audit) {
    ApiRequest asked = Idempotency.without(sent.key(), sent.request());
    Optional<CallConfirmation.Halt> halt =
        confirmer.halt(sent.permit(), asked, sent.given(), call.input());
    halt.ifPresent(stop -> audit.outcome(stop.outcome()));
    return halt.isPresent() ? halt.get().answer() : noted(sent, send(sent, audit));
  }

  private ToolResult send(Sent sent, AuditLine audit) {
    return backend
        .executor()
        .execute(
            sent.permit(),
            sent.request(),
            response -> {
              audit.answered(response.status());
              return shown(response, sent);
            });
  }

  /** Whatever goes wrong from here on, the request was answered: that is never left out. */
  private ToolResult shown(ApiResponse response, Sent sent) {
    Operation operation = sent.permit().operation();
    try {
      return answers.of(response, sent.schemas(), operation);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("A response of {} cannot be shown: {}", operation.id(), e.getClass().getName());
      return ToolResult.error(
          operation.id()
              + ": The response cannot be shown."
              + Effect.of(operation).answered(response.status()));
    }
  }

  private static ToolResult noted(Sent sent, ToolResult result) {
    return sent.key().map(key -> key.notedIn(result)).orElse(result);
  }

  private ToolResult preview(Sent sent, AuditLine audit) {
    audit.outcome("dry_run");
    return ToolResult.text(DRY_RUN + backend.sender().preview(sent.permit(), sent.request()));
  }

  private static String problems(OperationCard card, List<ArgumentProblem> problems) {
    StringBuilder text = new StringBuilder("The arguments do not fit; nothing was sent.\n");
    text.append(
        problems.stream()
            .map(problem -> "- " + ForeignText.clip(ForeignText.line(problem.toString()), 400))
            .limit(PROBLEMS_SHOWN)
            .collect(Collectors.joining("\n")));
    if (problems.size() > PROBLEMS_SHOWN) {
      text.append("\n- and ").append(problems.size() - PROBLEMS_SHOWN).append(" more");
    }
    text.append("\nThe operation:\n").append(card.id()).append(": ");
    text.append(card.method()).append(' ').append(ForeignText.line(card.path()));
    HitText.field(text, "params", card.parameters(), 2_000);
    HitText.field(text, "body", card.body(), 2_000);
    return text.toString();
  }
}
