package dev.dragoman.generator.goal;

import dev.dragoman.generator.CombinedServer;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.runtime.several.ApiId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Generates the main class of one server of all APIs of a goal. */
public final class CombinedGoal {
  private static final String SETTING = "combinedName";

  private final GoalLog log;
  private final SettingNames names;

  public CombinedGoal(GoalLog log, SettingNames names) {
    this.log = log;
    this.names = names;
  }

  /**
   * Performs all steps that can fail, without changing any file. Without a name, the step deletes
   * the main class of an earlier run.
   *
   * @param name the server's own name; empty for none
   * @param settings those of the goal
   * @param requests all APIs of the goal
   * @throws GoalFailure if the settings do not fit together
   */
  public Step prepare(
      Optional<String> name, GoalSettings settings, List<GenerationRequest> requests) {
    if (name.isEmpty()) {
      return () -> CombinedServer.delete(folders(settings));
    }
    CombinedServer server = server(name.get(), settings, requests);
    return () -> {
      server.write(requests);
      log.info("Main class of all APIs " + server.mainClass());
    };
  }

  /**
   * The changes that generating would make to the main class, without writing it.
   *
   * @param name the server's own name; empty for none
   * @return one line per file, as {@link dev.dragoman.generator.OutputCheck} has them
   * @throws GoalFailure if the settings do not fit together
   * @throws IOException if a file cannot be read
   */
  public List<String> differences(
      Optional<String> name, GoalSettings settings, List<GenerationRequest> requests)
      throws IOException {
    return name.isEmpty()
        ? CombinedServer.leftOver(folders(settings))
        : server(name.get(), settings, requests).differences(requests);
  }

  /**
   * The server, if the settings fit together.
   *
   * @param name the server's own name
   * @throws GoalFailure if they do not
   */
  public CombinedServer server(
      String name, GoalSettings settings, List<GenerationRequest> requests) {
    check(name, settings, requests);
    return new CombinedServer(name, Requests.packageName(settings, names), folders(settings));
  }

  static OutputFolders folders(GoalSettings settings) {
    GoalSettings.Output output = settings.output();
    Path manifest = output.state().resolve("combined-server").resolve(OutputFolders.MANIFEST);
    return new OutputFolders(output.sources(), output.resources(), output.reports(), manifest);
  }

  private void check(String name, GoalSettings settings, List<GenerationRequest> requests) {
    if (!GenerationOptions.isApiName(name)) {
      throw invalid(
          names.written(SETTING, name)
              + ": start with a letter and use at most 40 letters, digits, spaces and hyphens, for"
              + " example Back Office.");
    }
    if (settings.apis().isSingle()) {
      throw invalid(
          names.name(SETTING)
              + " is the name of a server of several APIs: set "
              + names.name("apis")
              + " or "
              + names.name("inputDirectory")
              + ".");
    }
    if (settings.parts().scripts()) {
      throw invalid(
          names.name(SETTING)
              + " and "
              + names.name("scripts")
              + " are mutually exclusive: a server of several APIs offers no scripts.");
    }
    Set<String> ids = new HashSet<>(Set.of(ApiId.of(name)));
    for (GenerationRequest request : requests) {
      String vendor = request.options().apiName().orElseThrow();
      if (!ids.add(ApiId.of(vendor.toLowerCase(Locale.ROOT)))) {
        throw invalid(
            names.written("apiName", vendor)
                + ": the server or another API has the same name; its headers and variables could"
                + " not be told apart.");
      }
    }
  }

  private GoalFailure invalid(String message) {
    return new GoalFailure(names.settings() + " is not valid: " + message);
  }
}
