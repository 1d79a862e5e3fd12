package dev.dragoman.runtime.tool.execute;

import dev.dragoman.runtime.audit.LogAuditSink;
import dev.dragoman.runtime.client.ApiReply;
import dev.dragoman.runtime.execute.ApiResponse;
import dev.dragoman.runtime.extension.AuditSink;
import dev.dragoman.runtime.extension.CallFilter;
import dev.dragoman.runtime.extension.OperationCall;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.call.PreparedCall;
import java.util.List;
import java.util.Objects;

/**
 * What accompanies every call of an operation.
 *
 * @param filters applied to calls in this order, and to responses in the reverse one
 * @param audit receives an event per call
 * @param metrics count calls
 */
public record CallHooks(List<CallFilter> filters, AuditSink audit, Metrics metrics) {
  public CallHooks {
    filters = List.copyOf(filters);
    Objects.requireNonNull(audit);
    Objects.requireNonNull(metrics);
  }

  /** No filters; calls are logged and counted. */
  public static CallHooks counting(Metrics metrics) {
    return new CallHooks(List.of(), new LogAuditSink(event -> {}), metrics);
  }

  /** The arguments with which a permitted call continues. Only they are taken from a filter. */
  CallArguments request(Permit permit, CallArguments given) {
    CallArguments filtered = given;
    for (CallFilter filter : filters) {
      OperationCall call = filter.request(call(permit, filtered));
      filtered = new CallArguments(call.arguments(), call.body(), call.contentType(), given.more());
    }
    return filtered;
  }

  /** The response as the filters leave it. */
  ApiResponse response(PreparedCall call, ApiResponse response) {
    if (filters.isEmpty()) {
      return response;
    }
    OperationCall made = call(call.permit(), call.arguments());
    ApiReply reply = reply(call.operation().id(), response);
    for (int i = filters.size() - 1; i >= 0; i--) {
      reply = filters.get(i).response(made, reply);
    }
    return new ApiResponse(
        reply.status(),
        reply.headers(),
        reply.contentType(),
        ApiResponse.Bytes.given(reply.bytes()),
        !reply.isComplete());
  }

  private static OperationCall call(Permit permit, CallArguments given) {
    return new OperationCall(
        permit.operation(), permit.caller(), given.arguments(), given.body(), given.contentType());
  }

  /** The response as Java code sees it. */
  public static ApiReply reply(String operation, ApiResponse response) {
    ApiReply reply =
        ApiReply.of(operation, response.status(), response.headers(), response.body().shared());
    return response.isCut() ? reply.cut() : reply;
  }
}
