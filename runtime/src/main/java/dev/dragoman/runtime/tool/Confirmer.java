package dev.dragoman.runtime.tool;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ApiRequest;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.guard.Permit;
import dev.dragoman.runtime.mcp.ClientFeature;
import dev.dragoman.runtime.mcp.ClientInput;
import dev.dragoman.runtime.mcp.InputRequest;
import dev.dragoman.runtime.mcp.InputRequired;
import dev.dragoman.runtime.mcp.ToolAnswer;
import dev.dragoman.runtime.mcp.ToolResult;
import java.util.Map;
import java.util.Optional;

/**
 * Has the user agree to a call before it is sent. What is agreed to is the finished request, by its
 * digest: a request that came out differently (a file has changed, say) is asked about anew.
 */
final class Confirmer {
  private static final String KEY = "confirm";

  private final Confirmation policy;
  private final String remedy;
  private final CallQuestion question;

  Confirmer(Confirmation policy, ServerDefinition definition) {
    this.policy = policy;
    this.question = new CallQuestion(definition.title());
    this.remedy =
        "Whoever runs this server can change that with --confirm or "
            + AccessNames.of(definition.vendor()).variable("confirm")
            + "; a client that declares the capability \"elicitation\" can ask.";
  }

  /**
   * Why a call does not go on now.
   *
   * @param outcome for the log, in one word
   */
  record Halt(ToolAnswer answer, String outcome) {}

  /** What holds the call up; empty when it may be sent. */
  Optional<Halt> halt(
      Permit permit, ApiRequest request, CallArguments given, ClientInput input) {
    Operation operation = permit.operation();
    boolean able = input.features().contains(ClientFeature.ELICITATION);
    if (!policy.concerns(operation.access()) || !(able || policy.isRequired())) {
      return Optional.empty();
    }
    String digest = RequestDigest.of(request);
    if (input.state().filter(digest::equals).isEmpty() || !input.replies().containsKey(KEY)) {
      return Optional.of(new Halt(ask(permit, given, digest), able ? "asked" : "unable"));
    }
    return refusal(operation, input.replies().get(KEY).path("action").asString(""));
  }

  private InputRequired ask(Permit permit, CallArguments given, String digest) {
    Operation operation = permit.operation();
    return new InputRequired(
        Map.of(KEY, InputRequest.confirmation(question.of(permit, given))),
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
        ToolResult.error(
            what
                + " to "
                + operation.id()
                + "; nothing was sent. Do not try again unless the user asks for it."),
        outcome);
  }
}
