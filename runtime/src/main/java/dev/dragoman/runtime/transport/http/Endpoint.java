package dev.dragoman.runtime.transport.http;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.auth.AccessRefusedException;
import dev.dragoman.runtime.auth.CallerResolver;
import dev.dragoman.runtime.mcp.ErrorCode;
import dev.dragoman.runtime.mcp.Incoming;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.MessageContext;
import dev.dragoman.runtime.mcp.ProtocolVersion;
import dev.dragoman.runtime.mcp.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** The MCP endpoint: one POST, one message. */
final class Endpoint {
  private final HttpOptions options;
  private final McpCore core;
  private final CallerResolver callers;
  private final Semaphore inFlight;

  Endpoint(HttpOptions options, McpCore core, CallerResolver callers) {
    this.options = options;
    this.core = core;
    this.callers = callers;
    this.inFlight = new Semaphore(options.maxInFlight());
  }

  boolean handle(Request request, Response response, Callback callback) {
    if (!request.getMethod().equals("POST")) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      return Answers.status(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
    }
    if (!isJson(request.getHeaders())) {
      return Answers.status(response, callback, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
    }
    Caller caller;
    try {
      caller = callers.resolve(name -> request.getHeaders().getValuesList(name));
    } catch (AccessRefusedException e) {
      return refuse(response, callback, e);
    }
    receive(request, response, callback, caller);
    return true;
  }

  /** JSON, which is UTF-8 (RFC 8259, section 8.1), and not compressed. */
  private static boolean isJson(HttpFields headers) {
    List<String> types = headers.getValuesList(HttpHeader.CONTENT_TYPE);
    if (types.size() != 1 || headers.contains(HttpHeader.CONTENT_ENCODING)) {
      return false;
    }
    String type = types.get(0).toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
    return type.equals("application/json") || type.equals("application/json;charset=utf-8");
  }

  private static boolean refuse(Response response, Callback callback, AccessRefusedException e) {
    e.challenge().ifPresent(value -> response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, value));
    String message = Objects.requireNonNullElse(e.getMessage(), "Access refused.");
    byte[] body = Reply.malformed(null, ErrorCode.INVALID_REQUEST, message).bytes();
    return Answers.json(response, callback, e.status(), body);
  }

  private void receive(Request request, Response response, Callback callback, Caller caller) {
    AtomicBoolean arrived = new AtomicBoolean();
    request.addIdleTimeoutListener(timeout -> !arrived.get());
    Scheduler.Task deadline =
        scheduler(request)
            .schedule(
                () -> {
                  if (arrived.compareAndSet(false, true)) {
                    request.fail(new java.util.concurrent.TimeoutException("body"));
                    Answers.status(response, callback, HttpStatus.REQUEST_TIMEOUT_408);
                  }
                },
                options.receiveTimeout());
    new BodyReader(
            request,
            options.maxBodyBytes(),
            body -> {
              if (arrived.compareAndSet(false, true)) {
                deadline.cancel();
                answer(request, response, callback, caller, body);
              }
            },
            status -> {
              if (arrived.compareAndSet(false, true)) {
                deadline.cancel();
                Answers.status(response, callback, status);
              }
            })
        .run();
  }

  private void answer(
      Request request, Response response, Callback callback, Caller caller, byte[] body) {
    if (!inFlight.tryAcquire()) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
      Answers.status(response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
      return;
    }
    Exchange exchange = new Exchange(response, callback, scheduler(request), options.heartbeat());
    try {
      Incoming message = core.read(body);
      if (message instanceof Incoming.Request && acceptsStream(request)) {
        exchange.allowStream();
      }
      exchange.finish(reply(request.getHeaders(), message, caller));
    } catch (RuntimeException | Error e) {
      exchange.abort(e);
      throw e;
    } finally {
      inFlight.release();
    }
  }

  /** Looks at the version first: it decides which rules hold for the rest. */
  private Reply reply(HttpFields headers, Incoming message, Caller caller) {
    List<String> versions = headers.getValuesList(ModernHeaders.VERSION);
    String named = versions.isEmpty() ? "2025-03-26" : String.join(", ", versions);
    if (message instanceof Incoming.Request request) {
      Optional<String> declared = request.declaredVersion();
      if (declared.isPresent()) {
        Optional<String> mismatch = ModernHeaders.mismatch(headers, request, declared.get());
        if (mismatch.isPresent()) {
          return Reply.malformed(request.id(), ErrorCode.HEADER_MISMATCH, mismatch.get());
        }
      }
    }
    Optional<ProtocolVersion> version = ProtocolVersion.of(named);
    if (version.isEmpty()) {
      return core.unsupportedVersion(message, named);
    }
    return core.handle(message, new MessageContext(caller, version.get()));
  }

  private static boolean acceptsStream(Request request) {
    return request.getHeaders().getFields(HttpHeader.ACCEPT).stream()
        .map(HttpField::getValue)
        .anyMatch(value -> value.contains("text/event-stream"));
  }

  private static Scheduler scheduler(Request request) {
    return request.getComponents().getScheduler();
  }
}
