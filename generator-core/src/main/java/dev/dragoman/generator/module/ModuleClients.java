package dev.dragoman.generator.module;

import dev.dragoman.generator.guide.PlanFacts;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.runtime.guide.ConnectionGuide;
import dev.dragoman.runtime.guide.facts.StdioCommand;
import dev.dragoman.runtime.guide.markdown.MarkdownGuide;
import java.net.URI;
import java.util.List;

/** The part of a module's README about clients: the usual ones of a developer's own computer. */
final class ModuleClients {
  private static final URI ENDPOINT = URI.create("http://127.0.0.1:8080/mcp");

  private ModuleClients() {}

  /**
   * Markdown with headings of the third level.
   *
   * @param slug the name under which clients list the server
   * @param jar the name of the server's jar
   */
  static String of(ServerPlan plan, String slug, String jar) {
    String overHttp =
        MarkdownGuide.clients(
            ConnectionGuide.of(PlanFacts.of(plan).slug(slug).url(ENDPOINT).build()),
            3,
            List.of("claude-code", "codex", "cursor", "vs-code"));
    String started =
        MarkdownGuide.clients(
            ConnectionGuide.of(
                PlanFacts.of(plan)
                    .slug(slug)
                    .command(StdioCommand.ofJar("/path/to/target/" + jar))
                    .build()),
            3,
            List.of("claude-desktop"));
    return overHttp + "\n" + started;
  }
}
