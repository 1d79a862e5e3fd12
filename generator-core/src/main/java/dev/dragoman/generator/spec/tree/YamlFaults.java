package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * Describes the errors of the YAML parser, with their location, in the same style as other
 * messages.
 */
final class YamlFaults {
  private YamlFaults() {}

  static LocatedException of(MarkedYamlEngineException e, String file) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    Location place =
        new Location(
            file,
            mark.map(Mark::getLine).orElse(-1) + 1,
            mark.map(Mark::getColumn).orElse(-1) + 1,
            "");
    String problem = String.valueOf(e.getProblem()).replace('\n', ' ').strip();
    if (problem.endsWith(".")) {
      problem = problem.substring(0, problem.length() - 1);
    }
    if (problem.contains("TAB")) {
      return syntax(place, "YAML does not allow a tab here.", "Indent with spaces.");
    }
    String context = e.getContext() == null ? "" : e.getContext().strip() + ", ";
    return syntax(place, "Not valid YAML: " + context + problem + ".", "Fix the document.");
  }

  static LocatedException of(ReaderException e, String file, String text) {
    int offset =
        text.offsetByCodePoints(
            0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
    return syntax(
        TextPosition.of(file, text, offset),
        "YAML does not allow the character U+%04X.".formatted(e.getCodePoint()),
        "Remove it, or write it as an escape in double quotes.");
  }

  static LocatedException of(YamlEngineException e, String file) {
    if (e instanceof YamlVersionException) {
      return syntax(
          new Location(file, 1, 1, ""),
          "The document's %YAML directive specifies an unsupported version.",
          "Remove the directive, or use YAML 1.2.");
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return syntax(Location.file(file), "Not valid YAML: " + message, "Fix the document.");
  }

  static LocatedException unreadable(String file, int line, int column) {
    return syntax(
        new Location(file, line, column, ""),
        "Not valid YAML: an escape or a number here is incomplete or too large.",
        "Fix the document.");
  }

  private static LocatedException syntax(Location place, String message, String hint) {
    return new LocatedException(SpecProblem.SYNTAX, place, message, hint);
  }
}
