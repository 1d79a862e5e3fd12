package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.EnvironmentVariables;
import dev.dragoman.runtime.app.flag.Help;
import dev.dragoman.runtime.app.flag.SecretFiles;
import dev.dragoman.runtime.app.flag.StateKeys;
import dev.dragoman.runtime.mcp.ServerInfo;
import dev.dragoman.runtime.metrics.Metrics;
import dev.dragoman.runtime.tool.ServerDescription;
import dev.dragoman.runtime.tool.execute.ExecutePart;
import dev.dragoman.runtime.tool.feedback.FeedbackTool;
import dev.dragoman.runtime.tool.named.ToolFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A server of one API. */
final class OneApi implements Servable.Served {
  private final ServerDefinition definition;
  private final Extensions extensions;
  private final AccessNames names;
  private final ToolFile tools;
  private final ServerInfo info;
  private final SecretFiles secrets;

  OneApi(ServerDefinition definition, Extensions extensions, Map<String, String> environment) {
    this.definition = definition;
    this.extensions = extensions;
    this.names = AccessNames.of(definition.vendor());
    this.tools = ToolFile.of(definition);
    this.info = description(tools, false);
    this.secrets = SecretFiles.read(EnvironmentVariables.given(environment), definition);
  }

  @Override
  public ServerInfo info() {
    return info;
  }

  @Override
  public String help() {
    return Help.of(info.title(), names);
  }

  private ServerInfo description(ToolFile listed, boolean mock) {
    String execute =
        listed.parts().stream().map(ExecutePart::tool).collect(Collectors.joining(" or "));
    String runs = listed.searches() ? execute : "";
    return mock
        ? ServerDescription.ofMock(definition, names, runs)
        : ServerDescription.of(definition, names, runs);
  }

  @Override
  public Preparation prepare(List<String> arguments, Console console) {
    CommandLine line = CommandLine.of(arguments, secrets.environment(), names);
    ApiReading api = ApiReading.of(definition, extensions, tools, secrets, line);
    List<String> problems = new ArrayList<>(api.problems());
    StateKeys keys = StateKeys.read(names, secrets.environment());
    problems.addAll(keys.problems());
    Metrics metrics = new Metrics();
    ServerAssembly assembly =
        new ServerAssembly(
            api, description(api.tools(), api.settings().mock()), "", metrics, console);
    return new Preparation(
        line,
        problems,
        api.settings(),
        api.caller().caller(),
        () -> assembly.core(keys),
        () ->
            new HttpServing(
                info,
                console,
                HttpParts.of(info, definition, toolNames(api), api, assembly, metrics)));
  }

  private List<String> toolNames(ApiReading api) {
    List<String> all = new ArrayList<>(api.tools().usual());
    if (api.settings().reports().feedback() != null || extensions.feedback() != null) {
      all.add(FeedbackTool.NAME);
    }
    all.addAll(tools.names());
    all.addAll(extensions.toolNames());
    return all;
  }

  /** Where the API is called. */
  static String upstream(ApiReading api) {
    if (api.settings().mock()) {
      return "none; responses are generated from the document (mock mode).";
    }
    return String.valueOf(
        api.settings().baseUrl() == null
            ? api.definition().environments().get(0).baseUrl()
            : api.settings().baseUrl());
  }

  /** What callers may do. */
  static String access(ApiReading api) {
    return api.settings().ceiling() == AccessMode.READ_ONLY
        ? "read-only, limited by --access-ceiling."
        : "read-only unless the client sends " + api.names().accessModeHeader() + ": full-access.";
  }
}
