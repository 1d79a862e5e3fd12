package dev.dragoman.runtime.several;

import dev.dragoman.runtime.extension.FeedbackSink;
import dev.dragoman.runtime.mcp.tool.McpTool;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.MeteredTool;
import dev.dragoman.runtime.tool.execute.ExecutePart;
import dev.dragoman.runtime.tool.feedback.FeedbackTool;
import dev.dragoman.runtime.tool.search.SearchTool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Assembles the tools of a server of several APIs. */
public final class SeveralTools {
  private static final Set<String> SHARED =
      Set.of(
          SearchTool.NAME,
          ExecutePart.ALL.tool(),
          ExecutePart.READS.tool(),
          ExecutePart.WRITES.tool(),
          FeedbackTool.NAME);

  private SeveralTools() {}

  /**
   * The tools, in the order in which clients list them: those for all operations, the one for
   * feedback, and the own ones of each API.
   *
   * @param sink the destination of feedback; null for a server without the feedback tool
   */
  public static List<McpTool> of(Apis apis, @Nullable FeedbackSink sink, Metrics metrics) {
    List<McpTool> tools = new ArrayList<>();
    Apis searched = new Apis(apis.all().stream().filter(SeveralTools::isSearched).toList());
    if (!searched.all().isEmpty()) {
      tools.add(new SeveralSearchTool(searched, metrics));
      for (ExecutePart part : ExecutePart.values()) {
        if (searched.all().get(0).tool(part.tool()).isPresent()) {
          tools.add(new SeveralExecuteTool(searched, part.tool()));
        }
      }
    }
    List<McpTool> own = own(apis);
    if (sink != null) {
      List<String> names = new ArrayList<>();
      tools.forEach(tool -> names.add(tool.descriptor().name()));
      own.forEach(tool -> names.add(tool.descriptor().name()));
      tools.add(new MeteredTool(new FeedbackTool(apis::id, sink, names), metrics));
    }
    tools.addAll(own);
    return tools;
  }

  private static boolean isSearched(Api api) {
    return api.tool(SearchTool.NAME).isPresent();
  }

  private static List<McpTool> own(Apis apis) {
    List<McpTool> own = new ArrayList<>();
    for (Api api : apis.all()) {
      api.tools().stream()
          .filter(tool -> !SHARED.contains(tool.descriptor().name()))
          .forEach(tool -> own.add(new ApiTool(api, tool)));
    }
    return own;
  }

  /**
   * Names of own tools that two APIs have, each in a sentence.
   *
   * @param names the names of the own tools of each API, by its id
   */
  public static List<String> clashes(Map<String, List<String>> names) {
    List<String> problems = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    names.forEach(
        (id, own) ->
            own.forEach(
                name ->
                    Optional.ofNullable(owners.putIfAbsent(name, id))
                        .ifPresent(
                            first ->
                                problems.add(
                                    "The APIs "
                                        + first
                                        + " and "
                                        + id
                                        + " both have a tool "
                                        + name
                                        + "; give one of them another name."))));
    return problems;
  }
}
