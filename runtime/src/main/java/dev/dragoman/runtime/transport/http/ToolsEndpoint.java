package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.auth.Narrowing;
import dev.dragoman.runtime.server.http.HttpExchange;
import dev.dragoman.runtime.trace.TraceContext;
import dev.dragoman.runtime.transport.http.tools.ToolApi;
import dev.dragoman.runtime.transport.http.tools.ToolReply;
import java.util.List;
import java.util.Optional;

/**
 * The tools as a plain HTTP API. A client that closes its connection does not cancel its call,
 * which takes the time that calls may take at most.
 */
final class ToolsEndpoint implements Intake.Work {
  private final ToolApi api;
  private final Intake intake;

  ToolsEndpoint(ToolApi api, Intake intake) {
    this.api = api;
    this.intake = intake;
  }

  /** Handles a request for a path of the API. */
  void handle(String path, HttpExchange exchange) {
    if (!path.equals(ToolApi.DESCRIPTION)) {
      intake.post(exchange, Narrowing.NONE, this);
    } else if (!Probes.isRead(exchange)) {
      exchange.header("Allow", "GET, HEAD");
      refuse(exchange, Status.METHOD_NOT_ALLOWED, Optional.empty());
    } else if (intake.admits(exchange, this)) {
      ToolReply reply = api.description();
      HttpResponses.json(exchange, reply.status(), reply.body());
    }
  }

  @Override
  public Intake.Ending process(
      HttpExchange exchange, CallResponse response, Intake.Sender sender, byte[] body) {
    List<String> confirmations = exchange.headers(api.confirmationHeader());
    String path = RequestPath.normal(exchange.path());
    ToolReply reply =
        confirmations.size() > 1
            ? ToolApi.problem(Status.BAD_REQUEST, "The confirmation header is repeated.")
            : api.call(
                path,
                intake.parse(body, api::read),
                sender.caller(),
                sender.holder(),
                confirmations.stream().findFirst(),
                trace(exchange));
    return new Plain(reply);
  }

  /** The trace in the headers of a request. */
  static TraceContext trace(HttpExchange exchange) {
    return TraceContext.of(
        exchange.headers(TraceContext.PARENT), exchange.headers(TraceContext.STATE));
  }

  private record Plain(ToolReply reply) implements Intake.Ending {
    @Override
    public List<String> scopes() {
      return reply.scopes();
    }

    @Override
    public void send(CallResponse response) {
      reply.retryAfter().ifPresent(response::retryAfter);
      response.finish(reply.status(), reply.mediaType(), reply.body());
    }
  }

  @Override
  public void refuse(HttpExchange exchange, int status, Optional<String> detail) {
    ToolReply reply = ToolApi.problem(status, detail.orElseGet(() -> reason(exchange, status)));
    HttpResponses.send(exchange, reply.status(), reply.mediaType(), reply.body());
  }

  private static String reason(HttpExchange exchange, int status) {
    return switch (status) {
      case Status.METHOD_NOT_ALLOWED -> exchange.method() + " is not supported here.";
      case Status.UNSUPPORTED_MEDIA_TYPE ->
          "The body must be application/json in UTF-8, without a content coding.";
      case Status.PAYLOAD_TOO_LARGE -> "The body is too large.";
      case Status.SERVICE_UNAVAILABLE -> "The server is busy; try again.";
      default -> Status.reason(status) + ".";
    };
  }
}
