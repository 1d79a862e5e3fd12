package dev.dragoman.runtime.tool.confirm;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.extension.ToolDefinition;
import dev.dragoman.runtime.tool.BoundedLines;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.call.ConfirmationMode;
import tools.jackson.databind.node.ObjectNode;

/** Decides which calls of custom tools the user has to confirm, and what the user is asked. */
public final class ToolConfirmation {
  private static final int TITLE_LENGTH = 60;
  private static final int VALUE_BYTES = 200;
  private static final int TEXT_BYTES = 2_000;

  private final ConfirmationMode policy;
  private final ServerDefinition definition;

  public ToolConfirmation(ConfirmationMode policy, ServerDefinition definition) {
    this.policy = policy;
    this.definition = definition;
  }

  /**
   * Whether a call has to be confirmed.
   *
   * @param able whether the client can ask its user
   */
  public boolean isNeeded(ToolDefinition tool, boolean able) {
    return policy.concerns(tool.access()) && (able || policy.isRequired());
  }

  /** What a client that cannot ask its user is told. */
  public String unable(ToolDefinition tool) {
    return tool.name()
        + " has to be confirmed by the user, and this client cannot ask; nothing was done. The"
        + " operator of this server can change that with --confirm or "
        + AccessNames.of(definition.vendor()).variable("confirm")
        + "; a client that declares the capability \"elicitation\" can ask.";
  }

  /** The question: the tool, and every value of the call or how many do not fit. */
  public String question(ToolDefinition tool, ObjectNode arguments, Caller caller) {
    BoundedLines values = new BoundedLines(TEXT_BYTES);
    caller
        .environment()
        .ifPresent(name -> values.line("environment", "environment: " + quoted(name)));
    caller
        .organization()
        .ifPresent(id -> values.line("organization", "organization: " + quoted(id)));
    QuestionValues lines = new QuestionValues(values);
    lines.members("", arguments);
    return "Run this "
        + tool.access().word()
        + " tool of "
        + ForeignText.title(definition.title(), TITLE_LENGTH)
        + "?\n\n"
        + ForeignText.line(tool.title())
        + " ("
        + tool.name()
        + ")\n"
        + values
        + (lines.left() == 0 ? "" : "and " + lines.left() + " more values\n");
  }

  private static String quoted(String text) {
    return ForeignText.quoted(text, VALUE_BYTES);
  }
}
