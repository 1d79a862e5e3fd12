package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.options.ToolDescriptions;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.access.VendorTool;
import dev.dragoman.generator.spec.text.SuspiciousText;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** Text of a document in the definition of a tool: on one line, bounded, and nothing for models. */
final class ToolText {
  private static final int TITLE = 60;
  private static final int DESCRIPTION = 600;

  private ToolText() {}

  /** The text on one line; empty if it addresses models. */
  static String ofDocument(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return SuspiciousText.speaksToModels(line) ? "" : line;
  }

  /** The beginning of a text, up to the end of a word. */
  static String clip(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    String start = text.substring(0, Math.max(0, most - 1));
    if (!start.isEmpty() && Character.isHighSurrogate(start.charAt(start.length() - 1))) {
      start = start.substring(0, start.length() - 1);
    }
    int word = start.lastIndexOf(' ');
    return (word > most / 2 ? start.substring(0, word) : start).stripTrailing() + "…";
  }

  /** A text with a full stop, unless its last character ends a sentence. */
  static String sentence(String text) {
    return text.isEmpty() || text.matches(".*[.!?…]") ? text : text + ".";
  }

  /** The name of an operation for people. */
  static String title(OperationPlan operation) {
    String own = VendorTool.of(operation.model()).title().orElse(operation.summary());
    String letters = Normalizer.normalize(ofDocument(own), Normalizer.Form.NFKD);
    String ascii = letters.replaceAll("\\p{M}+", "").replaceAll("[^\\x20-\\x7E]+", " ");
    String plain = ascii.strip().replaceAll(" +", " ").replaceAll("\\.$", "");
    return plain.isEmpty() ? operation.id() : clip(plain, TITLE).replace("…", "...");
  }

  /**
   * The description of an operation for models: the document's words, marked as such, then the
   * route, and an example of the arguments.
   */
  static String description(
      OperationPlan operation, ToolDescriptions content, List<ToolArgument> offered) {
    String words = words(operation, content != ToolDescriptions.SUMMARY);
    Optional<String> example =
        content == ToolDescriptions.EXAMPLES
            ? ToolExample.of(operation, offered)
            : Optional.empty();
    return words + example.map(text -> " Example arguments: " + text).orElse("");
  }

  private static String words(OperationPlan operation, boolean inDetail) {
    OperationModel model = operation.model();
    Optional<String> own = VendorTool.of(model).description();
    String summary = own.isPresent() ? "" : ofDocument(model.summary());
    boolean isShort = !inDetail && !summary.isEmpty();
    String description = isShort ? "" : ofDocument(own.orElse(model.description()));
    String both =
        description.startsWith(summary) ? description : sentence(summary) + " " + description;
    String words = clip(both.strip(), DESCRIPTION).replace('"', '\'');
    String quoted = words.isEmpty() ? "" : "\"" + words + "\" ";
    String source = words.isEmpty() ? "" : ", described by the API's document";
    return quoted
        + "("
        + (operation.isDeprecated() ? "deprecated; " : "")
        + operation.route()
        + source
        + ")";
  }
}
