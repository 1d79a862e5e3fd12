package dev.dragoman.runtime.transport.stdio;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.mcp.McpCore;
import dev.dragoman.runtime.mcp.message.ErrorCode;
import dev.dragoman.runtime.mcp.message.IncomingMessage;
import dev.dragoman.runtime.mcp.message.MessageContext;
import dev.dragoman.runtime.mcp.message.ProtocolVersion;
import dev.dragoman.runtime.mcp.message.Reply;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's messages, line by line. Calls run concurrently, everything else in order. */
final class Conversation {
  private final McpCore core;
  private final Caller caller;
  private final LineWriter out;
  private final RunningCalls calls;
  private @Nullable Runnable beforeCalls;
  private @Nullable ProtocolVersion agreed;
  private LinePeer peer;

  Conversation(
      McpCore core, Caller caller, LineWriter out, RunningCalls calls, Runnable beforeCalls) {
    this.core = core;
    this.caller = caller;
    this.out = out;
    this.calls = calls;
    this.beforeCalls = beforeCalls;
    this.peer = new LinePeer(Set.of(), out);
  }

  /** Refuses a line that is too long to be read; its request id is unknown. */
  void acceptLongLine() {
    out.write(
        Reply.malformed(null, ErrorCode.INVALID_REQUEST, "Invalid request: line too long.")
            .bytes());
  }

  /**
   * Handles a line. Tool calls continue in the background; everything else is handled before the
   * next line is read, so that {@code initialize} takes effect first.
   */
  void accept(byte[] line) {
    if (isBlank(line)) {
      return;
    }
    try {
      take(core.read(line));
    } catch (RuntimeException | StackOverflowError fault) {
      // One message must not end the conversation for all others.
      log().error("Failed to handle a message: {}", fault.getClass().getName());
      out.write(Reply.malformed(null, ErrorCode.INTERNAL_ERROR, "Internal error.").bytes());
    }
  }

  private void take(IncomingMessage message) {
    if (message instanceof IncomingMessage.Request request
        && request.method().equals("tools/call")) {
      start(request);
    } else if (message instanceof IncomingMessage.Notification notification
        && notification.method().equals("notifications/cancelled")) {
      calls.cancel(notification.params().path("requestId"));
    } else {
      answer(message);
    }
  }

  private void start(IncomingMessage.Request request) {
    if (beforeCalls != null) {
      beforeCalls.run();
      beforeCalls = null;
    }
    MessageContext context = context();
    boolean started = calls.start(request.id(), () -> called(request, context));
    if (!started) {
      out.write(
          Reply.failed(
                  request.id(),
                  ErrorCode.INVALID_REQUEST,
                  "Invalid request: this id is in use, or too many calls are running.")
              .bytes());
    }
  }

  /** The reply to a call, also if the tool dies of an error: the client waits for one. */
  private byte[] called(IncomingMessage.Request request, MessageContext context) {
    try {
      return core.handle(request, context) instanceof Reply.Answer answer
          ? answer.bytes()
          : new byte[0];
    } catch (RuntimeException | Error fault) {
      log().error("Failed to handle a call: {}", fault.getClass().getName());
      return Reply.failed(request.id(), ErrorCode.INTERNAL_ERROR, "Internal error.").bytes();
    }
  }

  /**
   * Responds to a message, and keeps what {@code initialize} negotiated for the rest of the
   * conversation.
   */
  private void answer(IncomingMessage message) {
    if (core.handle(message, context()) instanceof Reply.Answer answer) {
      if (message instanceof IncomingMessage.Request request
          && request.method().equals("initialize")) {
        agreed =
            ProtocolVersion.of(answer.body().path("result").path("protocolVersion").asString(""))
                .orElse(agreed);
        peer = new LinePeer(core.features(request), out);
      }
      out.write(answer.bytes());
    }
  }

  private MessageContext context() {
    return new MessageContext(caller, agreed, peer);
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private static Logger log() {
    return LoggerFactory.getLogger(Conversation.class);
  }
}
