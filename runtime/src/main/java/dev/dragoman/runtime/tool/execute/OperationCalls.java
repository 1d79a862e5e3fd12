package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.OperationHandler;
import dev.dragoman.runtime.audit.AuditLine;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.execute.Effect;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.extension.AuditEvent.Decision;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.guard.Refusal;
import dev.dragoman.runtime.metrics.Counter;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.ApiRequest.Pair;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.request.RequestContent;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.Lazy;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.CallPreparation;
import dev.dragoman.runtime.tool.call.CallRefusedException;
import dev.dragoman.runtime.tool.call.PreparedCall;
import dev.dragoman.runtime.tool.call.UnknownKeyException;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The steps of every call of an operation, by an agent or by a client: the guard decides, the
 * arguments are read and checked, the request is sent. Nothing is sent unless the steps before it
 * have passed. Each call is counted and has an audit line. Keeps the schemas that it has read:
 * share one per API. Thread-safe.
 */
public final class OperationCalls {
  private final ApiOperations operations;
  private final Guard guard;
  private final ApiBackend backend;
  private final Supplier<CallPreparation> preparation;
  private final Counter outcomes;
  private final CallHooks hooks;
  private final Pages pages;

  /** Creates calls whose next pages no other process continues. */
  public OperationCalls(
      ApiOperations operations,
      Guard guard,
      ApiBackend backend,
      CallOptions options,
      CallHooks hooks) {
    this(operations, guard, backend, options, hooks, PageSeal.random());
  }

  public OperationCalls(
      ApiOperations operations,
      Guard guard,
      ApiBackend backend,
      CallOptions options,
      CallHooks hooks,
      PageSeal seal) {
    this.hooks = hooks;
    this.pages = new Pages(operations.reservedNames(), seal);
    this.operations = operations;
    this.guard = guard;
    this.backend = backend;
    // Listing tools loads neither schemas nor patterns.
    this.preparation = Lazy.of(() -> new CallPreparation(operations, guard, options));
    this.outcomes = counter(hooks.metrics());
  }

  private OperationCalls(OperationCalls shared, ApiBackend backend, CallHooks hooks) {
    this.hooks = hooks;
    this.pages = shared.pages;
    this.operations = shared.operations;
    this.guard = shared.guard;
    this.backend = backend;
    this.preparation = shared.preparation;
    this.outcomes = counter(hooks.metrics());
  }

  /**
   * Calls that take the same way to another backend, e.g. to try them. They are neither audited nor
   * counted, because nothing is sent.
   */
  public OperationCalls trial(ApiBackend other) {
    return new OperationCalls(
        this, other, new CallHooks(hooks.filters(), event -> {}, new Metrics()));
  }

  /** Counts calls of operations, by operation and outcome. */
  public static Counter counter(Metrics metrics) {
    return metrics.counter(
        "dragoman_operation_calls_total", "Calls of operations.", "operation", "outcome");
  }

  /** The API whose operations are called. */
  public ApiOperations operations() {
    return operations;
  }

  /**
   * The arguments that a typed request consists of.
   *
   * @param ordinal the operation's number in the catalog
   */
  public CallArguments arguments(int ordinal, RequestContent content) {
    return preparation.get().arguments(ordinal, content);
  }

  /**
   * One call of an operation.
   *
   * @param ordinal the operation's number in the catalog
   * @param given its arguments
   * @param reusedKey the idempotency key of an earlier call
   * @param trace the trace that it belongs to
   */
  public record Call(
      OperationCard card,
      int ordinal,
      Caller caller,
      CallArguments given,
      Optional<String> reusedKey,
      TraceContext trace) {}

  /**
   * Makes a call from beginning to end.
   *
   * @param tool the tool that makes it, for the audit log
   * @param use makes the result of the response
   * @throws CallRefusedException if the guard refuses the call; nothing was sent
   * @throws InvalidArgumentsException with every problem of the arguments; nothing was sent
   * @throws UpstreamException if there is no usable response
   */
  public <T> T call(Call call, String tool, Function<ApiResponse, T> use) {
    return call(call, tool, (prepared, response) -> use.apply(response));
  }

  /** Like the above, for uses that need to know what was sent. */
  public <T> T call(Call call, String tool, BiFunction<PreparedCall, ApiResponse, T> use) {
    try (AuditLine audit =
        AuditLine.ofOperation(hooks.audit(), call.caller(), tool, call.trace())) {
      try {
        PreparedCall prepared = prepare(call, audit);
        return send(prepared, audit, response -> use.apply(prepared, response));
      } finally {
        outcomes.count(audit.operation(), audit.outcome());
      }
    }
  }

  /** The guard comes first: whoever may not run an operation learns nothing from its checks. */
  PreparedCall prepare(Call call, AuditLine audit) {
    audit.operation(call.card().id());
    OperationHandler handler = operations.handler(call.card());
    try {
      Permit permit = permit(guard.decide(handler.operation(), call.caller()));
      audit.decided(Decision.ALLOWED);
      return preparation
          .get()
          .prepare(
              permit,
              call.ordinal(),
              handler,
              hooks.request(permit, call.given()),
              call.reusedKey());
    } catch (CallRefusedException | RefusedException refused) {
      audit.decided(Decision.REFUSED);
      audit.outcome("refused");
      throw refused;
    } catch (InvalidArgumentsException | UnknownKeyException invalid) {
      audit.outcome("invalid_arguments");
      throw invalid;
    }
  }

  private static Permit permit(dev.dragoman.runtime.guard.Decision decision) {
    if (decision instanceof Refusal refusal) {
      throw new CallRefusedException(refusal);
    }
    return (Permit) decision;
  }

  <T> T send(PreparedCall call, AuditLine audit, Function<ApiResponse, T> use) {
    return noting(
        audit,
        () ->
            backend
                .executor()
                .execute(
                    call.permit(),
                    traced(call, audit),
                    response -> {
                      audit.answered(response.status());
                      if (backend.isMock()) {
                        audit.mocked();
                      }
                      return filtered(call, response, use);
                    })
                .get());
  }

  /** A filter that withholds a response ends the call after the exchange, which has succeeded. */
  private <T> Supplier<T> filtered(
      PreparedCall call, ApiResponse response, Function<ApiResponse, T> use) {
    try {
      T used = use.apply(hooks.response(call, response));
      return () -> used;
    } catch (RefusedException e) {
      Effect effect = Effect.of(call.operation());
      return () -> {
        throw new UpstreamException("The response is withheld. " + e.getMessage())
            .answered(response.status(), effect);
      };
    }
  }

  /** Turns the pages of the operations. */
  Pages pages() {
    return pages;
  }

  /**
   * Where a URL reference in the response to a call leads.
   *
   * @return the path and the query below the base URL of the API; empty if it leads elsewhere
   */
  Optional<String> below(PreparedCall call, String reference) {
    return backend.executor().below(call.permit(), call.request(), reference);
  }

  /** Whether responses are made up. */
  boolean isMock() {
    return backend.isMock();
  }

  String preview(PreparedCall call, AuditLine audit) {
    audit.outcome("dry_run");
    return noting(audit, () -> backend.sender().preview(call.permit(), traced(call, audit)));
  }

  /**
   * The request with the trace of the call, which is not part of what a user confirms. A parameter
   * of the operation with the name of such a header takes precedence.
   */
  private static ApiRequest traced(PreparedCall call, AuditLine audit) {
    ApiRequest request = call.request();
    TraceContext trace = audit.trace();
    boolean given =
        request.headers().stream()
            .anyMatch(header -> header.name().equalsIgnoreCase(TraceContext.PARENT));
    if (trace.isEmpty() || given) {
      return request;
    }
    List<Pair> headers = new ArrayList<>(request.headers());
    headers.removeIf(header -> header.name().equalsIgnoreCase(TraceContext.STATE));
    headers.add(new Pair(TraceContext.PARENT, trace.parent()));
    if (!trace.state().isEmpty()) {
      headers.add(new Pair(TraceContext.STATE, trace.state()));
    }
    return request.withHeaders(headers);
  }

  private static <T> T noting(AuditLine audit, Supplier<T> step) {
    try {
      return step.get();
    } catch (UpstreamException e) {
      e.status().ifPresent(audit::answered);
      audit.outcome("no_answer");
      throw e;
    }
  }
}
