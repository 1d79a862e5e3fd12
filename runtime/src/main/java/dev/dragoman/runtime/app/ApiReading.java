package dev.dragoman.runtime.app;

import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import dev.dragoman.runtime.app.flag.SecretFiles;
import dev.dragoman.runtime.auth.AccessPolicy;
import dev.dragoman.runtime.auth.EnvironmentCaller;
import dev.dragoman.runtime.auth.SchemeCredentials;
import dev.dragoman.runtime.tool.named.ToolFile;
import java.util.ArrayList;
import java.util.List;

/**
 * An API with what its flags and variables say.
 *
 * @param definition with the prefixes of its keys
 * @param tools the tools for its operations
 * @param caller the caller over stdio
 * @param problems everything that keeps it from being served, besides problems of the line
 */
record ApiReading(
    ServerDefinition definition,
    AccessNames names,
    Extensions extensions,
    ToolFile tools,
    Settings settings,
    UpstreamSettings upstream,
    AccessPolicy policy,
    EnvironmentCaller caller,
    List<String> problems) {

  ApiReading {
    problems = List.copyOf(problems);
  }

  /** Reads an API; problems with flags are recorded on the line. */
  static ApiReading of(
      ServerDefinition definition,
      Extensions extensions,
      ToolFile file,
      SecretFiles secrets,
      CommandLine line) {
    AccessNames names = AccessNames.of(definition.vendor());
    ToolFile tools = line.isOn(Flag.SPLIT_EXECUTE) ? file.split() : file;
    Settings settings = Settings.of(line);
    UpstreamSettings upstream = UpstreamSettings.of(line, secrets.environment(), names);
    ServerDefinition prefixed = AuthPrefixes.apply(line, definition);
    AccessPolicy policy =
        settings.waysIn().policy(settings.ceiling(), upstream.environmentNames(definition));
    EnvironmentCaller caller =
        SchemeCredentials.of(definition, policy)
            .over(
                EnvironmentCaller.read(names, secrets.environment(), policy),
                secrets.environment());
    List<String> problems = new ArrayList<>(secrets.problems());
    if (!settings.http()) {
      problems.addAll(caller.problems());
    }
    settings.waysIn().problem(upstream.environmentNames(definition)).ifPresent(problems::add);
    ServerAssembly.problem(definition, settings).ifPresent(problems::add);
    problems.addAll(extensions.problems(file.names()));
    extensions.missingEngine(definition.resources().getClassLoader()).ifPresent(problems::add);
    return new ApiReading(
        prefixed, names, extensions, tools, settings, upstream, policy, caller, problems);
  }
}
