package dev.dragoman.generator.plan.tool;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.model.JsonText;
import dev.dragoman.generator.plan.ToolsPlan;
import dev.dragoman.generator.plan.ToolsPlan.Tool;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import java.util.Locale;

/**
 * How much of a model's context the list of tools takes.
 *
 * @param tools the number of tools
 * @param characters the length of their definitions
 */
public record ToolListSize(int tools, int characters) {
  /** Beyond this number of tokens, a list is more than most conversations should pay for. */
  static final int BUDGET_TOKENS = 10_000;

  /** VS Code sends a model no more tools than this. */
  static final int MOST_TOOLS = 128;

  private static final double CHARACTERS_PER_TOKEN = 3.5;

  /** What search and execute take, and submit_mcp_feedback. */
  private static final int SEARCH_AND_EXECUTE = 2_300;

  private static final int FEEDBACK = 900;

  /** Member names and hints of a definition. */
  private static final int FRAME = 200;

  /** The size of a server's list, without tools that are written in Java. */
  public static ToolListSize of(ToolsPlan plan) {
    int characters = FEEDBACK + (plan.mode().searches() ? SEARCH_AND_EXECUTE : 0);
    for (Tool tool : plan.tools()) {
      characters += FRAME + tool.name().length() + 2 * tool.title().length();
      characters += tool.description().length() + text(tool.input());
      characters += tool.output().map(ToolListSize::text).orElse(0);
    }
    return new ToolListSize(plan.tools().size() + (plan.mode().searches() ? 3 : 1), characters);
  }

  private static int text(Json schema) {
    return JsonText.of(schema).length();
  }

  /** The estimated number of tokens. */
  public int tokens() {
    return (int) Math.round(characters / CHARACTERS_PER_TOKEN);
  }

  /** For the build's log, e.g. {@code 12 tools, 8,400 characters, about 2,400 tokens}. */
  public String text() {
    return String.format(
        Locale.ROOT, "%,d tools, %,d characters, about %,d tokens", tools, characters, tokens());
  }

  /** Warns of a list that clients cut, or that is too expensive. */
  void check(Location place, Problems problems) {
    if (tools > MOST_TOOLS) {
      problems.warning(
          "DRG-PLAN-018",
          place,
          "The server has " + tools + " tools; VS Code passes on " + MOST_TOOLS + ".",
          "Use toolMode search, or includes to leave out operations.");
    }
    if (tokens() > BUDGET_TOKENS) {
      problems.warning(
          "DRG-PLAN-018",
          place,
          "tools/list takes " + text() + "; more than " + BUDGET_TOKENS + " tokens are too many.",
          "Use toolMode search, or includes to leave out operations.");
    }
  }
}
