package dev.dragoman.generator.config;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operator's configuration.
 *
 * @param apiName the vendor's name
 * @param packageName package of the generated classes
 * @param baseUrl the URL of the API, which replaces the document's servers
 * @param overlays files of OpenAPI Overlays, in the order in which they are applied
 * @param choices everything else
 */
public record Configuration(
    Optional<String> apiName,
    Optional<String> packageName,
    Optional<String> baseUrl,
    List<Path> overlays,
    OperatorChoices choices) {
  /** An empty configuration. */
  public static final Configuration NONE =
      new Configuration(
          Optional.empty(), Optional.empty(), Optional.empty(), List.of(), OperatorChoices.NONE);

  public Configuration {
    Objects.requireNonNull(apiName);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(baseUrl);
    overlays = List.copyOf(overlays);
    Objects.requireNonNull(choices);
  }

  /**
   * Reads a YAML or JSON file. Paths in it are relative to its folder.
   *
   * @throws GenerationException with everything that is wrong with it
   */
  public static Configuration read(Path file) {
    Problems problems = new Problems();
    Json tree = SpecReader.tree(file, problems);
    Configuration configuration = new ConfigurationReader(problems).read(tree);
    problems.throwIfErrors();
    return configuration.in(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  /**
   * Reads settings with the same names as in a file.
   *
   * @throws GenerationException with everything that is wrong with them
   */
  public static Configuration of(SettingsObject settings) {
    Problems problems = new Problems();
    Configuration configuration = new ConfigurationReader(problems).read(settings.tree());
    problems.throwIfErrors();
    return configuration;
  }

  private Configuration in(Path folder) {
    return new Configuration(
        apiName, packageName, baseUrl, overlays.stream().map(folder::resolve).toList(), choices);
  }

  /** This configuration with another overlay, which is applied last. */
  public Configuration withOverlay(Path file) {
    List<Path> all = Stream.concat(overlays.stream(), Stream.of(file)).toList();
    return new Configuration(apiName, packageName, baseUrl, all, choices);
  }

  /** The same with a typed client. */
  public Configuration withClient() {
    return new Configuration(apiName, packageName, baseUrl, overlays, choices.withClient());
  }

  /**
   * This configuration combined with another one, which takes precedence where only one value is
   * possible.
   */
  public Configuration and(Configuration more) {
    return new Configuration(
        more.apiName.or(() -> apiName),
        more.packageName.or(() -> packageName),
        more.baseUrl.or(() -> baseUrl),
        Stream.concat(overlays.stream(), more.overlays.stream()).toList(),
        choices.and(more.choices));
  }
}
