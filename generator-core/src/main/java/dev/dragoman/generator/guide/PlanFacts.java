package dev.dragoman.generator.guide;

import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.ToolsPlan;
import dev.dragoman.generator.problem.VisibleText;
import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Environment;
import dev.dragoman.runtime.guide.facts.AccessFacts;
import dev.dragoman.runtime.guide.facts.ConnectionFacts;
import dev.dragoman.runtime.guide.facts.FactsBuilder;
import dev.dragoman.runtime.guide.facts.SampleChoice;
import dev.dragoman.runtime.guide.facts.ToolFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the plan of a server tells about connecting to it. */
public final class PlanFacts {
  /** Long enough for a sentence; a description is cut to its first one later. */
  private static final int MAX_LENGTH = 300;

  private PlanFacts() {}

  /** The facts about a server; how it is reached is up to its operator. */
  public static FactsBuilder of(ServerPlan plan) {
    FactsBuilder facts =
        ConnectionFacts.builder(plan.vendor())
            .title(line(plan.title()))
            .operations(plan.operations().size())
            .security(
                plan.securitySchemes(),
                plan.security().stream()
                    .map(requirement -> List.copyOf(requirement.schemes().keySet()))
                    .toList())
            .access(access(plan))
            .tools(tools(plan.tools()));
    SampleChoice.of(plan.cards().stream()).ifPresent(facts::sample);
    return facts;
  }

  private static AccessFacts access(ServerPlan plan) {
    return new AccessFacts(
        AccessMode.FULL_ACCESS,
        plan.operator().authModes().containsValue(Set.of(AuthMode.PARTNER)),
        !plan.operator().organizationParameters().isEmpty(),
        plan.environments().stream().map(Environment::name).toList(),
        "off");
  }

  private static List<ToolFact> tools(ToolsPlan plan) {
    List<ToolFact> tools = new ArrayList<>();
    if (plan.mode().searches()) {
      Stream.of("search", "execute").map(name -> new ToolFact(name, "")).forEach(tools::add);
    }
    tools.add(new ToolFact("submit_mcp_feedback", ""));
    plan.tools().forEach(tool -> tools.add(new ToolFact(tool.name(), line(tool.description()))));
    return tools;
  }

  /** Text of the document on one line of a bounded length, without invisible characters. */
  private static String line(String text) {
    String visible = VisibleText.of(text.strip().replaceAll("\\s+", " "));
    return visible.length() <= MAX_LENGTH ? visible : visible.substring(0, MAX_LENGTH) + "…";
  }
}
