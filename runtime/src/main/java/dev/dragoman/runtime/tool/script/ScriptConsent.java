package dev.dragoman.runtime.tool.script;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.mcp.tool.ClientCapability;
import dev.dragoman.runtime.mcp.tool.InputRequest;
import dev.dragoman.runtime.mcp.tool.InputRequired;
import dev.dragoman.runtime.mcp.tool.ToolCall;
import dev.dragoman.runtime.tool.BoundedLines;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the user once about everything that a script would change. The agreement covers the
 * operations that the question names; the script may call no other operation that the operator
 * wants confirmed. The operations are the state of the question, so that the server keeps nothing.
 */
final class ScriptConsent {
  private static final String KEY = "confirm";
  private static final int TITLE_LENGTH = 60;
  private static final int TEXT_BYTES = 2_000;
  private static final int ID_BYTES = 200;

  private final ConfirmationMode policy;
  private final ServerDefinition definition;

  ScriptConsent(ConfirmationMode policy, ServerDefinition definition) {
    this.policy = policy;
    this.definition = definition;
  }

  private static boolean canAsk(ToolCall call) {
    return call.input().features().contains(ClientCapability.ELICITATION);
  }

  /** Whether the user is to be asked, for which a trial of the script has to be made. */
  boolean isWanted(ToolCall call) {
    return policy != ConfirmationMode.OFF
        && canAsk(call)
        && call.caller().accessMode() == AccessMode.FULL_ACCESS;
  }

  /** Whether the user has answered the question about this call. */
  static boolean isAnswered(ToolCall call) {
    return call.input().state().isPresent() && call.input().replies().containsKey(KEY);
  }

  /** Whether the answer is yes. */
  static boolean isAccepted(ToolCall call) {
    ObjectNode reply = call.input().replies().get(KEY);
    return reply != null && reply.path("action").asString("").equals("accept");
  }

  /** The operations that the question named. */
  static Set<String> named(ToolCall call) {
    Set<String> named = new HashSet<>();
    call.input()
        .state()
        .flatMap(text -> JsonReader.forClients().find(text))
        .ifPresent(list -> list.values().forEach(id -> named.add(id.asString(""))));
    return named;
  }

  /**
   * Why an operation is not covered.
   *
   * @param named the operations to which the user has agreed
   */
  Function<OperationCard, Optional<String>> covering(ToolCall call, Set<String> named) {
    boolean asks = isWanted(call);
    if (!asks && !policy.isRequired()) {
      return card -> Optional.empty();
    }
    return card ->
        policy.concerns(card.access()) && !named.contains(card.id())
            ? Optional.of(asks ? notNamed(card) : unable(card))
            : Optional.empty();
  }

  private static String notNamed(OperationCard card) {
    return card.id()
        + " was not in the list that the user agreed to, because the trial of the script with"
        + " made-up responses did not call it; nothing was sent. Run it with execute.";
  }

  private static String unable(OperationCard card) {
    return card.id()
        + " has to be confirmed by the user, and this client cannot ask: it does not declare the"
        + " capability \"elicitation\". Nothing was sent.";
  }

  /** The changes of a trial that the user has to agree to. */
  List<RunRecord.Made> concerned(RunRecord trial) {
    return trial.made().stream().filter(one -> policy.concerns(one.card().access())).toList();
  }

  /**
   * The question about the changes of a trial.
   *
   * @param failed whether the trial ended with an error
   */
  InputRequired question(List<RunRecord.Made> changes, boolean failed) {
    BoundedLines lines = new BoundedLines(TEXT_BYTES);
    ArrayNode named = JsonNodeFactory.instance.arrayNode();
    for (RunRecord.Made change : changes) {
      if (lines.line(change.card().id(), line(change))) {
        named.add(change.card().id());
      }
    }
    String left =
        lines.leftOut().isEmpty()
            ? ""
            : "and "
                + lines.leftOut().size()
                + " more operations, which the script may not call, because they do not fit here\n";
    String text =
        "Run a script that changes "
            + ForeignText.title(definition.title(), TITLE_LENGTH)
            + "?\n\nA trial with made-up responses called:\n"
            + lines
            + left
            + "\nA real run may call each of these operations more or less often and with other"
            + " values. It may not call any other operation that has to be confirmed."
            + (failed ? "\nThe trial ended with an error: the list may be incomplete." : "");
    return new InputRequired(
        Map.of(KEY, InputRequest.confirmation(text)),
        named.toString(),
        "The script needs the user's agreement and this client cannot ask for it.");
  }

  private static String line(RunRecord.Made change) {
    return "- "
        + ForeignText.clip(ForeignText.line(change.card().id()), ID_BYTES)
        + " ("
        + change.card().access().word()
        + ") "
        + RunRecord.times(change.count())
        + (change.paths().isEmpty() ? "" : ", e.g. " + String.join(", ", change.paths()));
  }
}
