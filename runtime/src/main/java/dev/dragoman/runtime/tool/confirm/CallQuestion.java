package dev.dragoman.runtime.tool.confirm;

import dev.dragoman.runtime.Caller;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.tool.BoundedLines;
import dev.dragoman.runtime.tool.CallArguments;
import dev.dragoman.runtime.tool.ForeignText;
import dev.dragoman.runtime.tool.call.PreparedCall;

/**
 * A call, described for the person who has to confirm it. Values of the agent and text of the
 * document appear as data: each on its own line, either complete or marked as cut.
 */
final class CallQuestion {
  private static final int TITLE_LENGTH = 60;
  private static final int ROUTE_BYTES = 300;
  private static final int VALUE_BYTES = 200;
  private static final int TEXT_BYTES = 2_000;

  private final String title;

  /** Creates questions about calls of an API. */
  CallQuestion(String title) {
    this.title = ForeignText.title(title, TITLE_LENGTH);
  }

  /**
   * The question about a call. The organization and environment come first, because they decide
   * whose data is changed.
   */
  String of(PreparedCall call) {
    Operation operation = call.operation();
    Caller caller = call.permit().caller();
    CallArguments given = call.arguments();
    BoundedLines values = new BoundedLines(TEXT_BYTES);
    caller.environment().ifPresent(name -> line(values, "environment", quoted(name)));
    caller.organization().ifPresent(id -> line(values, "organization", quoted(id)));
    QuestionValues lines = new QuestionValues(values);
    lines.members("", given.arguments());
    if (given.body() != null) {
      lines.add("body", given.body());
    }
    int left = lines.left();
    return "Send this "
        + operation.access().word()
        + " call to "
        + title
        + "?\n\n"
        + ForeignText.clip(ForeignText.line(operation.route()), ROUTE_BYTES)
        + " ("
        + ForeignText.line(operation.id())
        + ")\n"
        + values
        + (left == 0 ? "" : "and " + left + " more values\n");
  }

  private static void line(BoundedLines values, String name, String value) {
    values.line(name, name + ": " + value);
  }

  private static String quoted(String text) {
    return ForeignText.quoted(text, VALUE_BYTES);
  }
}
