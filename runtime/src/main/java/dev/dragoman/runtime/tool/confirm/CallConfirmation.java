package dev.dragoman.runtime.tool.confirm;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.mcp.tool.CallToolResult;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.ClientInput;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.ToolFailure;
import dev.dragoman.runtime.mcp.tool.ToolResponse;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import dev.dragoman.runtime.tool.call.PreparedCall;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the user to confirm a call before it is sent. The confirmation is for the finished request,
 * identified by its digest: if the request differs the next time (because a file has changed, for
 * example), the user is asked again.
 */
public final class CallConfirmation {
  private static final String KEY = "confirm";

  private final ConfirmationMode policy;
  private final String remedy;
  private final CallQuestion question;

  /** Creates confirmations as configured by the operator. */
  public CallConfirmation(ConfirmationMode policy, ServerDefinition definition) {
    this.policy = policy;
    this.question = new CallQuestion(definition.title());
    this.remedy =
        "The operator of this server can change that with --confirm or "
            + AccessNames.of(definition.vendor()).variable("confirm")
            + "; a client that declares the capability \"elicitation\" can ask.";
  }

  /**
   * Why a call does not proceed now.
   *
   * @param answer the result for the client
   * @param outcome one word for the log
   */
  public record Halt(ToolResponse answer, String outcome) {}

  /** What keeps the call from being sent; empty if it may be sent. */
  public Optional<Halt> halt(PreparedCall call, ClientInput input) {
    Operation operation = call.operation();
    boolean able = input.features().contains(ClientCapability.ELICITATION);
    if (!policy.concerns(operation.access()) || !(able || policy.isRequired())) {
      return Optional.empty();
    }
    String digest = RequestDigest.of(call.requestWithoutKey());
    if (input.state().filter(digest::equals).isEmpty() || !input.replies().containsKey(KEY)) {
      return Optional.of(new Halt(ask(call, digest), able ? "asked" : "unable"));
    }
    return refusal(operation, input.replies().get(KEY).path("action").asString(""));
  }

  private InputRequired ask(PreparedCall call, String digest) {
    Operation operation = call.operation();
    return new InputRequired(
        Map.of(KEY, InputRequest.confirmation(question.of(call))),
        digest,
        operation.id()
            + " ("
            + operation.route()
            + ") needs the user's agreement and this client cannot ask for it; nothing was sent. "
            + remedy);
  }

  private static Optional<Halt> refusal(Operation operation, String action) {
    return switch (action) {
      case "accept" -> Optional.empty();
      case "decline" -> Optional.of(notSent(operation, "The user declined", "declined"));
      default -> Optional.of(notSent(operation, "The user did not agree", "unconfirmed"));
    };
  }

  private static Halt notSent(Operation operation, String what, String outcome) {
    return new Halt(
        CallToolResult.error(
            ToolFailure.Reason.UNCONFIRMED,
            what
                + " to "
                + operation.id()
                + "; nothing was sent. Do not try again unless the user asks for it."),
        outcome);
  }
}
