package dev.dragoman.generator.cli;

import dev.dragoman.generator.CombinedServer;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GeneratorBuild;
import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.goal.ApiChoice;
import dev.dragoman.generator.goal.ApiList;
import dev.dragoman.generator.goal.CombinedGoal;
import dev.dragoman.generator.goal.GoalFailure;
import dev.dragoman.generator.goal.GoalLog;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.GoalSettings.Output;
import dev.dragoman.generator.goal.Requests;
import dev.dragoman.generator.goal.SettingNames;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.write.OutputFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A server of several APIs to build, with the settings that the plugin has for {@code
 * combinedName}.
 *
 * @param combinedName the server's own name; a general one if empty
 * @param documents one per API; named after its file unless it has a name
 * @param common the settings of all APIs; its document is not used
 */
record SeveralSpec(
    Optional<String> combinedName, List<NamedDocument> documents, ServerSpec common) {
  /** The name of a server that is not given one. */
  static final String NAME = "All APIs";

  static final SettingNames NAMES = new BuildNames("NAME");

  SeveralSpec {
    Objects.requireNonNull(combinedName);
    documents = List.copyOf(documents);
    Objects.requireNonNull(common);
  }

  /**
   * The requests to generate the APIs.
   *
   * @throws GoalFailure if the settings are not valid or do not fit together
   */
  List<GenerationRequest> requests() {
    if (documents.size() < 2) {
      throw new GoalFailure(
          "--combined-name is the name of a server of several APIs: name more than one document.");
    }
    if (common.apiName().isPresent()) {
      throw new GoalFailure(
          "--name is the name of one API. Give each API its name as NAME=FILE, and the server one"
              + " with --combined-name.");
    }
    return Requests.of(settings(), NAMES).stream()
        .map(request -> request.withLock(LockPolicy.NONE))
        .toList();
  }

  /**
   * The main class of all APIs.
   *
   * @throws GoalFailure if the settings do not fit together
   */
  CombinedServer server(List<GenerationRequest> requests, GoalLog log) {
    return new CombinedGoal(log, NAMES).server(combinedName.orElse(NAME), settings(), requests);
  }

  private GoalSettings settings() {
    Path root = common.generated();
    OutputFolders folders = OutputFolders.below(root);
    return new GoalSettings(
        new ApiList(
            Optional.empty(), Optional.empty(), documents.stream().map(SeveralSpec::api).toList()),
        new ApiChoice(
            Optional.empty(),
            Optional.empty(),
            common.packageName(),
            Optional.empty(),
            Optional.empty()),
        new GoalSettings.Reading(
            Path.of(""),
            common.root(),
            Set.of(),
            common.overlay().stream().toList(),
            common.strict()),
        common.config(),
        SettingsObject.at(Location.file("command line"))
            .texts("overlays", common.overlay().stream().map(Path::toString).toList())
            .flag("client", common.parts().client()),
        new GoalSettings.Parts(common.parts().semanticSearch(), common.parts().scripts()),
        new Output(
            folders.sources(),
            folders.resources(),
            folders.reports(),
            root,
            GeneratorBuild.identity()),
        LockPolicy.Mode.WARN);
  }

  private static ApiChoice api(NamedDocument document) {
    return new ApiChoice(
        Optional.of(document.file()),
        document.name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
