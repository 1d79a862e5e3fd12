package dev.dragoman.runtime.tool.client;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.client.ApiClient;
import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.client.ApiReplyException;
import dev.dragoman.runtime.client.InvalidRequestException;
import dev.dragoman.runtime.client.NoReplyException;
import dev.dragoman.runtime.client.OperationRefusedException;
import dev.dragoman.runtime.execute.Fault;
import dev.dragoman.runtime.execute.UpstreamException;
import dev.dragoman.runtime.extension.RefusedException;
import dev.dragoman.runtime.guard.Guard;
import dev.dragoman.runtime.guard.Refusal;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.request.ApiRequest;
import dev.dragoman.runtime.request.InvalidArgumentsException;
import dev.dragoman.runtime.request.OperationRequest;
import dev.dragoman.runtime.request.RequestContent;
import dev.dragoman.runtime.tool.ApiOperations;
import dev.dragoman.runtime.tool.call.CallOptions;
import dev.dragoman.runtime.tool.call.CallRefusedException;
import dev.dragoman.runtime.tool.execute.ApiBackend;
import dev.dragoman.runtime.tool.execute.CallHooks;
import dev.dragoman.runtime.tool.execute.OperationCalls;
import dev.dragoman.runtime.trace.TraceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Calls operations for one caller. A typed request becomes arguments first, and then takes the way
 * of every other call: {@link OperationCalls}. Thread-safe.
 */
public final class CallerClient implements ApiClient {
  private final OperationCalls calls;
  private final Caller caller;
  private final String tool;
  private final AccessLevel most;
  private final TraceContext trace;

  /**
   * Creates a client.
   *
   * @param calls shared by all clients of an API, because it keeps the schemas that it has read
   */
  public CallerClient(OperationCalls calls, Caller caller) {
    this(calls, caller, "client", AccessLevel.DESTRUCTIVE, TraceContext.NONE);
  }

  /**
   * Creates a client for a tool.
   *
   * @param tool the name of the tool, for the audit log
   * @param most the access level of the tool, which its calls cannot exceed: the guard and the user
   *     have agreed to no more
   * @param trace the trace that the call of the tool belongs to
   */
  public CallerClient(
      OperationCalls calls, Caller caller, String tool, AccessLevel most, TraceContext trace) {
    this.trace = Objects.requireNonNull(trace);
    this.calls = Objects.requireNonNull(calls);
    this.caller = Objects.requireNonNull(caller);
    this.tool = Objects.requireNonNull(tool);
    this.most = Objects.requireNonNull(most);
  }

  /** Creates a client that does not share what it reads with others. */
  public CallerClient(
      ApiOperations operations,
      Guard guard,
      ApiBackend backend,
      CallOptions options,
      Caller caller) {
    this(
        new OperationCalls(operations, guard, backend, options, CallHooks.counting(new Metrics())),
        caller);
  }

  @Override
  public ApiReply call(OperationRequest request) {
    ApiRequest.Builder builder = request.request();
    RequestContent content = content(builder);
    int ordinal = ordinal(content);
    ApiReply reply = reply(ordinal, content);
    if (reply.status() < 200 || reply.status() > 299) {
      throw ApiReplyException.ofStatus(reply);
    }
    return reply;
  }

  private static RequestContent content(ApiRequest.Builder builder) {
    try {
      return builder.content();
    } catch (InvalidArgumentsException e) {
      throw new InvalidRequestException(builder.operation(), e.problems());
    }
  }

  /** A request of another API must not become a call of an operation with the same id. */
  private int ordinal(RequestContent content) {
    Catalog catalog = calls.operations().catalog();
    OptionalInt ordinal = catalog.find(content.operation());
    if (ordinal.isPresent()) {
      OperationCard card = catalog.card(ordinal.getAsInt());
      if (catalog.withoutPrefix(card.id()).equals(content.operation())
          && card.method().equals(content.method())
          && card.path().equals(content.path())) {
        return ordinal.getAsInt();
      }
    }
    throw new IllegalArgumentException(
        "The API "
            + calls.operations().definition().title()
            + " does not have the operation "
            + content.operation()
            + " ("
            + content.method()
            + " "
            + content.path()
            + "): the request is from another API or another version of it.");
  }

  private ApiReply reply(int ordinal, RequestContent content) {
    OperationCard card = calls.operations().catalog().card(ordinal);
    if (card.access().compareTo(most) > 0) {
      throw new OperationRefusedException(
          card.id(),
          card.id()
              + " is a "
              + card.access().word()
              + " operation and the tool "
              + tool
              + " is declared as "
              + most.word()
              + ".",
          "The developer of the tool has to declare its access level.",
          List.of());
    }
    try {
      return calls.call(
          new OperationCalls.Call(
              card, ordinal, caller, calls.arguments(ordinal, content), Optional.empty(), trace),
          tool,
          response -> CallHooks.reply(content.operation(), response));
    } catch (CallRefusedException e) {
      Refusal refusal = e.refusal();
      throw new OperationRefusedException(
          card.id(), refusal.reason(), refusal.remedy(), refusal.scopes());
    } catch (RefusedException e) {
      throw new OperationRefusedException(card.id(), String.valueOf(e.getMessage()), "", List.of());
    } catch (InvalidArgumentsException e) {
      throw new InvalidRequestException(card.id(), e.problems());
    } catch (UpstreamException e) {
      throw new NoReplyException(
          card.id(),
          String.valueOf(e.getMessage()),
          e.isSent(),
          e.fault() == Fault.CANCELLED,
          e.status());
    }
  }
}
