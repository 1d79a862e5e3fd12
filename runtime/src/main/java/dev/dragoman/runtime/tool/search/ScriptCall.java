package dev.dragoman.runtime.tool.search;

import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.regex.Pattern;
import tools.jackson.databind.node.StringNode;

/**
 * How a script calls an operation. Together with the lines about parameters, body and response it
 * is what a signature is in TypeScript.
 */
final class ScriptCall {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private ScriptCall() {}

  static String of(OperationCard card) {
    String id = card.id();
    String function =
        IDENTIFIER.matcher(id).matches()
            ? "api." + id
            : "api[" + ForeignText.line(StringNode.valueOf(id).toString()) + "]";
    return function + "(" + arguments(card) + ")";
  }

  private static String arguments(OperationCard card) {
    boolean takesParameters = !card.parameters().isBlank();
    if (card.body().isBlank()) {
      return takesParameters ? "args" : "";
    }
    return (takesParameters ? "args" : "{}") + ", body";
  }
}
