package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.guard.Refusal;
import dev.dragoman.runtime.mcp.tool.CallAllowance;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InsufficientScopeException;
import dev.dragoman.runtime.mcp.tool.ProgressListener;
import dev.dragoman.runtime.mcp.tool.ToolFailure.Reason;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.paging.PageRule;
import dev.dragoman.runtime.request.ArgumentProblem;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.CallRefusedException;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.tool.call.UnknownKeyException;
import dev.dragoman.runtime.tool.confirm.CallConfirmation;
import dev.dragoman.runtime.tool.wait.WaitCheck;
import dev.dragoman.runtime.tool.wait.Waiter;
import java.util.List;
import java.util.Optional;

/**
 * Takes a call of an operation through its steps, in this order: the guard decides, the arguments
 * are read and validated, the user confirms, the request is sent. Nothing is sent unless all
 * earlier steps succeed.
 */
public final class OperationRunner {
  private static final String DRY_RUN = "Dry run: nothing was sent. The request would be:\n\n";

  private final OperationCalls calls;
  private final ExecuteResult results;
  private final CallConfirmation confirmation;

  /** Creates a runner on calls that it shares with others. */
  public OperationRunner(OperationCalls calls, ServerDefinition definition, CallOptions options) {
    this.calls = calls;
    this.results = new ExecuteResult(options, calls.pages(), new AcceptedRequests(calls));
    this.confirmation = new CallConfirmation(options.confirmation(), definition);
  }

  /** The most characters of a result. */
  public int mostCharacters() {
    return results.bytes(AnswerRequest.ALL);
  }

  /**
   * One call of an operation.
   *
   * @param input the client's capabilities, and its responses if it was asked
   * @param reusedKey the idempotency key of an earlier call
   * @param dry whether only to preview the request
   * @param answer what the caller wants to see of the response
   * @param progress receives the progress of a call that takes several requests
   * @param view how the tool presents the call
   * @param waiter decides how often a read is repeated; empty for a single request
   * @param renamed what to tell a caller who used a former id of the operation
   * @param allowance counts the requests of further pages towards the caller's limits
   */
  public record Call(
      OperationCard card,
      int ordinal,
      Caller caller,
      ClientInput input,
      CallArguments given,
      Optional<String> reusedKey,
      boolean dry,
      AnswerRequest answer,
      ProgressListener progress,
      CallView view,
      Optional<Waiter> waiter,
      Optional<String> renamed,
      CallAllowance allowance) {

    /** A call that neither waits for a value nor requests further pages. */
    public Call(
        OperationCard card,
        int ordinal,
        Caller caller,
        ClientInput input,
        CallArguments given,
        Optional<String> reusedKey,
        boolean dry,
        AnswerRequest answer,
        ProgressListener progress,
        CallView view) {
      this(
          card,
          ordinal,
          caller,
          input,
          given,
          reusedKey,
          dry,
          answer,
          progress,
          view,
          Optional.empty(),
          Optional.empty(),
          CallAllowance.UNLIMITED);
    }

    /** The call that reads the state of this one. */
    Call reading(OperationCard reader, int number, CallArguments state) {
      return new Call(
          reader,
          number,
          caller,
          input,
          state,
          Optional.empty(),
          false,
          answer,
          progress,
          view,
          waiter,
          renamed,
          allowance);
    }

    /** This call with other arguments. */
    Call with(CallArguments others) {
      return new Call(
          card, ordinal, caller, input, others, reusedKey, dry, answer, progress, view, waiter,
          renamed, allowance);
    }

    /** This call with another wish about the response. */
    Call with(AnswerRequest other) {
      return new Call(
          card, ordinal, caller, input, given, reusedKey, dry, other, progress, view, waiter,
          renamed, allowance);
    }
  }

  /**
   * The guard comes first: a caller who may not run an operation learns nothing from its
   * validation.
   */
  public ToolResponse run(Call call, AuditLine audit) {
    try {
      PreparedCall prepared = prepare(call, audit);
      Optional<String> unable =
          call.waiter().flatMap(waiter -> WaitCheck.refusal(prepared, waiter.request()));
      if (unable.isPresent()) {
        audit.outcome("invalid_arguments");
        return CallToolResult.error(Reason.INVALID_ARGUMENTS, unable.get());
      }
      Optional<PageRule> rule = prepared.schemas().paging();
      Call checked =
          isOfAnother(call, prepared)
              ? call
              : call.with(AnswerCheck.checked(call, prepared.schemas()));
      if (call.answer().maxItems().isEmpty()) {
        return prepared(checked, prepared, audit);
      }
      Call sized = checked.with(PagedCall.sized(checked, rule));
      return prepared(
          sized, sized.given().equals(checked.given()) ? prepared : prepare(sized, audit), audit);
    } catch (CallRefusedException e) {
      return refused(e.refusal());
    } catch (RefusedException e) {
      return CallToolResult.error(Reason.REFUSED, e.getMessage() + " Nothing was sent.");
    } catch (InvalidArgumentsException e) {
      audit.outcome("invalid_arguments");
      List<ArgumentProblem> problems = e.problems().stream().map(call.view()::renamed).toList();
      return CallToolResult.error(
          Failures.invalid(problems), call.view().problems(call.card(), problems));
    } catch (UnknownKeyException e) {
      return CallToolResult.error(Reason.INVALID_ARGUMENTS, String.valueOf(e.getMessage()));
    }
  }

  /** Whether the fields are those of another response, which tells the state of this request. */
  private static boolean isOfAnother(Call call, PreparedCall prepared) {
    return call.waiter().isPresent() && !WaitCheck.isRepeatable(prepared);
  }

  private PreparedCall prepare(Call call, AuditLine audit) {
    PreparedCall prepared =
        calls.prepare(
            new OperationCalls.Call(
                call.card(),
                call.ordinal(),
                call.caller(),
                call.given(),
                call.reusedKey(),
                audit.trace()),
            audit);
    return call.renamed().map(prepared::noted).orElse(prepared);
  }

  private static CallToolResult refused(Refusal refusal) {
    if (!refusal.scopes().isEmpty()) {
      throw new InsufficientScopeException(refusal.message(), refusal.scopes());
    }
    return CallToolResult.error(Reason.REFUSED, refusal.message());
  }

  private ToolResponse prepared(Call call, PreparedCall prepared, AuditLine audit) {
    try {
      return call.dry()
          ? ResultNotes.add(
              CallToolResult.text(DRY_RUN + calls.preview(prepared, audit)), prepared.notes())
          : confirmed(prepared, call, audit);
    } catch (UpstreamException e) {
      String text = call.card().id() + ": " + e.getMessage();
      return noted(prepared, CallToolResult.error(Failures.of(e), text));
    }
  }

  /** The user is asked last, about the call exactly as it would be sent. */
  private ToolResponse confirmed(PreparedCall prepared, Call call, AuditLine audit) {
    Optional<CallConfirmation.Halt> halt = confirmation.halt(prepared, call.input());
    halt.ifPresent(stop -> audit.outcome(stop.outcome()));
    return halt.isPresent()
        ? halt.get().answer()
        : call.view().result(noted(prepared, sent(prepared, call, audit)));
  }

  private CallToolResult sent(PreparedCall prepared, Call call, AuditLine audit) {
    Optional<Waiter> waiter = call.waiter();
    CallToolResult result;
    if (waiter.isPresent()) {
      result = new WaitedCall(calls, results, call, waiter.get()).run(prepared, audit);
    } else if (call.answer().maxItems().isPresent()) {
      result =
          new PagedCall(calls, results, call, prepared.schemas().paging()).run(prepared, audit);
    } else {
      result = calls.send(prepared, audit, response -> results.shown(response, prepared, call));
    }
    CallToolResult marked = calls.isMock() ? ResultNotes.mock(result) : result;
    return waiter.map(done -> ResultNotes.add(marked, done.note())).orElse(marked);
  }

  private static CallToolResult noted(PreparedCall call, CallToolResult result) {
    CallToolResult noted = ResultNotes.add(result, call.notes());
    return call.key().map(key -> ResultNotes.add(noted, key.note())).orElse(noted);
  }
}
