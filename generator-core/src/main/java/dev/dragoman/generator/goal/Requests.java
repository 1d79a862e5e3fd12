package dev.dragoman.generator.goal;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.lock.LockFile;
import dev.dragoman.generator.lock.LockPolicy;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.write.OutputFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates generation requests from the settings of a goal. */
public final class Requests {
  /** The package of the generated classes if no setting names one. */
  public static final String PACKAGE = "server";

  private final GoalSettings settings;
  private final SettingNames names;

  private Requests(GoalSettings settings, SettingNames names) {
    this.settings = settings;
    this.names = names;
  }

  /**
   * Creates one request per API. No document has been read yet.
   *
   * @throws GoalFailure listing all problems of the settings
   */
  public static List<GenerationRequest> of(GoalSettings settings, SettingNames names) {
    return new Requests(settings, names).all();
  }

  private List<GenerationRequest> all() {
    refuseAddresses();
    Configuration configuration = configuration();
    List<GenerationRequest> requests = new ArrayList<>();
    Set<String> wrong = new LinkedHashSet<>();
    for (ApiChoice api : settings.apis().resolve(packageName(configuration), names)) {
      try {
        requests.add(request(api, configuration));
      } catch (GoalFailure e) {
        wrong.add(String.valueOf(e.getMessage()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new GoalFailure(String.join(System.lineSeparator(), wrong));
    }
    return requests;
  }

  /**
   * The package of a goal's generated classes, or the one above those of several APIs.
   *
   * @throws GoalFailure if the configuration file is invalid
   */
  static String packageName(GoalSettings settings, SettingNames names) {
    Requests requests = new Requests(settings, names);
    return requests.packageName(requests.configuration());
  }

  private String packageName(Configuration configuration) {
    return settings.own().packageName().or(configuration::packageName).orElse(PACKAGE);
  }

  /** A front end converts any value of a file setting to a path. */
  private void refuseAddresses() {
    Addresses addresses = new Addresses(names, settings.reading().base());
    addresses.check("inputSpec", settings.apis().inputSpec());
    addresses.check("inputDirectory", settings.apis().inputDirectory());
    addresses.check("configFile", settings.configFile());
    addresses.check("lockFile", settings.own().lockFile());
    settings
        .reading()
        .overlays()
        .forEach(overlay -> addresses.check("overlay", Optional.of(overlay)));
    settings.apis().apis().forEach(api -> addresses.check("inputSpec", api.document()));
    addresses.refuse();
  }

  private GenerationRequest request(ApiChoice api, Configuration configuration) {
    boolean single = settings.apis().isSingle();
    ApiChoice own = settings.own();
    String packageName = api.packageName().orElseThrow(() -> new IllegalStateException("package"));
    Optional<String> name =
        single ? api.apiName().or(own::apiName).or(configuration::apiName) : api.apiName();
    Choices choices =
        new Choices(name, packageName, api.baseUrl().or(own::baseUrl).or(configuration::baseUrl));
    Path document = api.document().orElseThrow(() -> new IllegalStateException("document"));
    Optional<Path> lock = single ? api.lockFile().or(own::lockFile) : api.lockFile();
    return new GenerationRequest(
            input(document, configuration),
            choices
                .check(names)
                .withOperator(configuration.choices())
                .withSemanticSearch(settings.parts().semanticSearch())
                .withScripts(settings.parts().scripts()),
            folders(packageName, single),
            settings.output().generator())
        .withLock(
            new LockPolicy(
                Optional.of(lock.orElseGet(() -> LockFile.beside(document))), settings.lockMode()));
  }

  private SpecInput input(Path document, Configuration configuration) {
    GoalSettings.Reading reading = settings.reading();
    return new SpecInput(
        document,
        reading.root(),
        reading.allowedHosts(),
        configuration.overlays(),
        reading.strict());
  }

  private OutputFolders folders(String packageName, boolean single) {
    GoalSettings.Output output = settings.output();
    // One execution may bind both goals and contain several APIs: each has a separate manifest.
    Path manifest = single ? output.state() : output.state().resolve(packageName);
    return new OutputFolders(
        output.sources(),
        output.resources(),
        output.reports(),
        manifest.resolve(OutputFolders.MANIFEST));
  }

  private Configuration configuration() {
    try {
      Configuration here = Configuration.of(settings.settings());
      return settings.configFile().map(file -> Configuration.read(file).and(here)).orElse(here);
    } catch (GenerationException e) {
      throw Failures.of(e, names);
    }
  }
}
