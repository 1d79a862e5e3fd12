package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.lock.LockFile;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.maven.project.Modules;
import dev.dragoman.maven.settings.EnvironmentSettings;
import dev.dragoman.maven.settings.MatchSettings;
import dev.dragoman.maven.settings.OperationSettings;
import dev.dragoman.maven.settings.SecuritySchemeSettings;
import dev.dragoman.maven.settings.ToolSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Creates generation requests from the configuration. */
final class Requests {
  private final AbstractGenerateMojo goal;

  Requests(AbstractGenerateMojo goal) {
    this.goal = goal;
  }

  /**
   * Creates one request per API. No document has been read yet.
   *
   * @throws MojoFailureException listing all problems of the configuration
   */
  List<GenerationRequest> all() throws MojoFailureException {
    refuseAddresses();
    ApiList list =
        new ApiList(goal.inputSpec, goal.inputDirectory, goal.apis, new Modules(goal.context()));
    Configuration configuration = configuration();
    List<GenerationRequest> requests = new ArrayList<>();
    Set<String> wrong = new LinkedHashSet<>();
    for (Api api : list.resolve(AbstractGenerateMojo.given(goal.packageName, "packageName"))) {
      try {
        requests.add(request(api, list.isSingle(), configuration));
      } catch (MojoFailureException e) {
        wrong.add(e.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      throw new MojoFailureException(String.join(System.lineSeparator(), wrong));
    }
    return requests;
  }

  /** Maven converts any value of a file parameter to a path. */
  private void refuseAddresses() throws MojoFailureException {
    Addresses addresses = new Addresses(goal.context());
    addresses.check("inputSpec", goal.inputSpec);
    addresses.check("inputDirectory", goal.inputDirectory);
    addresses.check("configFile", goal.configFile);
    addresses.check("lockFile", goal.lockFile);
    if (goal.overlays != null) {
      goal.overlays.forEach(overlay -> addresses.check("overlay", overlay));
    }
    if (goal.apis != null) {
      goal.apis.forEach(api -> addresses.check("inputSpec", api.inputSpec));
    }
    addresses.refuse();
  }

  private GenerationRequest request(Api api, boolean single, Configuration configuration)
      throws MojoFailureException {
    String name = api.apiName == null && single ? goal.apiName : api.apiName;
    String url = api.baseUrl == null ? goal.baseUrl : api.baseUrl;
    String packageName = AbstractGenerateMojo.given(api.packageName, "packageName");
    Choices choices =
        new Choices(
            name == null && single ? configuration.apiName().orElse(null) : name,
            packageName,
            url == null ? configuration.baseUrl().orElse(null) : url);
    Path document = AbstractGenerateMojo.given(api.inputSpec, "inputSpec").toPath();
    SpecInput input =
        new SpecInput(
            document,
            Optional.ofNullable(goal.specRoot).map(File::toPath),
            goal.allowedHosts == null ? Set.of() : Set.copyOf(goal.allowedHosts),
            configuration.overlays(),
            goal.strict);
    File ownLock = api.lockFile == null && single ? goal.lockFile : api.lockFile;
    Path lock = ownLock == null ? LockFile.beside(document) : ownLock.toPath();
    return new GenerationRequest(
            input,
            choices
                .check()
                .withOperator(configuration.choices())
                .withSemanticSearch(goal.semanticSearch)
                .withScripts(goal.scripts),
            folders(packageName, single),
            PluginVersion.of(AbstractGenerateMojo.given(goal.execution, "execution")))
        .withLock(new LockPolicy(Optional.of(lock), goal.lockMode()));
  }

  private OutputFolders folders(String packageName, boolean single) {
    Path reports = AbstractGenerateMojo.given(goal.reportDirectory, "reportDirectory").toPath();
    MojoExecution run = AbstractGenerateMojo.given(goal.execution, "execution");
    // One execution may bind both goals and contain several APIs: each has a separate manifest.
    Path state = reports.resolve(run.getExecutionId()).resolve(goal.stateName(run));
    Path manifest = single ? state : state.resolve(packageName);
    return new OutputFolders(
        goal.sources().toPath(),
        goal.resources().toPath(),
        reports,
        manifest.resolve("manifest.txt"));
  }

  private Configuration configuration() throws MojoFailureException {
    try {
      Configuration here = Configuration.of(settings());
      @Nullable File file = goal.configFile;
      return file == null ? here : Configuration.read(file.toPath()).and(here);
    } catch (GenerationException e) {
      throw Failures.of(e, goal.command());
    }
  }

  private SettingsObject settings() {
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
}
