package dev.dragoman.maven;

import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.goal.ApiChoice;
import dev.dragoman.generator.goal.ApiList;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.GoalSettings.Output;
import dev.dragoman.generator.goal.GoalSettings.Parts;
import dev.dragoman.generator.goal.GoalSettings.Reading;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.maven.settings.EnvironmentSettings;
import dev.dragoman.maven.settings.MatchSettings;
import dev.dragoman.maven.settings.OperationSettings;
import dev.dragoman.maven.settings.SecuritySchemeSettings;
import dev.dragoman.maven.settings.ToolSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;

/** Collects the settings of a goal from its parameters. */
final class Parameters {
  private final AbstractGenerateMojo goal;

  Parameters(AbstractGenerateMojo goal) {
    this.goal = goal;
  }

  GoalSettings settings() {
    List<Api> apis = goal.apis == null ? List.of() : goal.apis;
    ApiDocuments documents = new ApiDocuments(folder(), reports());
    return new GoalSettings(
        new ApiList(
            path(goal.inputSpec).map(documents::file),
            path(goal.inputDirectory),
            apis.stream().map(Api::choice).map(documents::located).toList()),
        new ApiChoice(
            Optional.empty(),
            Optional.ofNullable(goal.apiName),
            Optional.of(AbstractGenerateMojo.given(goal.packageName, "packageName")),
            Optional.ofNullable(goal.baseUrl),
            path(goal.lockFile).or(() -> path(goal.inputSpec).flatMap(documents::lock))),
        reading(),
        path(goal.configFile),
        configuration(),
        new Parts(goal.semanticSearch, goal.scripts),
        output(),
        goal.lockMode());
  }

  private Reading reading() {
    List<File> overlays = goal.overlays == null ? List.of() : goal.overlays;
    return new Reading(
        folder(),
        path(goal.specRoot),
        goal.allowedHosts == null ? Set.of() : Set.copyOf(goal.allowedHosts),
        overlays.stream().map(File::toPath).toList(),
        goal.strict);
  }

  /** The module's folder, against which Maven resolves what is configured. */
  private Path folder() {
    File folder = goal.context().project().getBasedir();
    return (folder == null ? new File("") : folder).toPath();
  }

  private Path reports() {
    return AbstractGenerateMojo.given(goal.reportDirectory, "reportDirectory").toPath();
  }

  private Output output() {
    Path reports = reports();
    MojoExecution run = AbstractGenerateMojo.given(goal.execution, "execution");
    return new Output(
        goal.sources().toPath(),
        goal.resources().toPath(),
        reports,
        reports.resolve(run.getExecutionId()).resolve(goal.stateName(run)),
        PluginVersion.of(run));
  }

  private SettingsObject configuration() {
    List<String> overlays =
        goal.overlays == null ? null : goal.overlays.stream().map(File::getPath).toList();
    return SettingsObject.at(Location.file("pom.xml"))
        .texts("overlays", overlays)
        .objects("operations", goal.operations, OperationSettings::settings)
        .objects("includes", goal.includes, MatchSettings::settings)
        .objects("excludes", goal.excludes, MatchSettings::settings)
        .flag("excludeDeprecated", goal.excludeDeprecated)
        .texts("authModes", goal.authModes)
        .objects("securitySchemes", goal.securitySchemes, SecuritySchemeSettings::settings)
        .texts("security", goal.security)
        .texts("organizationParameters", goal.organizationParameters)
        .objects("environments", goal.environments, EnvironmentSettings::settings)
        .flag("client", goal.client)
        .text("toolMode", goal.toolMode)
        .text("toolDescriptions", goal.toolDescriptions)
        .objects("tools", goal.tools, ToolSettings::settings);
  }

  private static Optional<Path> path(@Nullable File file) {
    return Optional.ofNullable(file).map(File::toPath);
  }
}
