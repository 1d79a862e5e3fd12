package dev.dragoman.generator.cli;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GeneratorBuild;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.goal.Choices;
import dev.dragoman.generator.goal.Requests;
import dev.dragoman.generator.write.OutputFolders;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A server to build for a document.
 *
 * @param document the OpenAPI document
 * @param root the folder that its references must stay within; its own folder if empty
 * @param out the folder for all output
 * @param config a configuration file
 * @param overlay an overlay, applied after those of the configuration
 * @param apiName the vendor's name
 * @param packageName package of the generated classes; {@code server} if neither this nor the
 *     configuration says otherwise
 * @param parts what is generated in addition
 * @param strict whether a warning about the document is an error
 */
public record ServerSpec(
    Path document,
    Optional<Path> root,
    Path out,
    Optional<Path> config,
    Optional<Path> overlay,
    Optional<String> apiName,
    Optional<String> packageName,
    Parts parts,
    boolean strict) {
  /**
   * What is generated in addition.
   *
   * @param client a typed client
   * @param semanticSearch search that also ranks by meaning
   * @param scripts the tool {@code run_script}
   */
  public record Parts(boolean client, boolean semanticSearch, boolean scripts) {}

  public ServerSpec {
    Objects.requireNonNull(document);
    Objects.requireNonNull(root);
    Objects.requireNonNull(out);
    Objects.requireNonNull(config);
    Objects.requireNonNull(overlay);
    Objects.requireNonNull(apiName);
    Objects.requireNonNull(packageName);
    Objects.requireNonNull(parts);
  }

  /** The same settings for a document, and its name if it has one. */
  ServerSpec of(NamedDocument named) {
    return new ServerSpec(
        named.file(),
        root,
        out,
        config,
        overlay,
        named.name().or(() -> apiName),
        packageName,
        parts,
        strict);
  }

  /** The folder of what is generated. */
  Path generated() {
    return out.resolve("generated");
  }

  /**
   * The request to generate the server.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the configuration file is invalid
   * @throws dev.dragoman.generator.goal.GoalFailure if the name or the package is
   */
  GenerationRequest request() {
    Configuration configuration = configuration();
    return new GenerationRequest(
        new SpecInput(document, root, Set.of(), configuration.overlays(), strict),
        new Choices(
                apiName.or(configuration::apiName),
                packageName.or(configuration::packageName).orElse(Requests.PACKAGE),
                configuration.baseUrl())
            .check(new BuildNames("--name"))
            .withOperator(configuration.choices())
            .withSemanticSearch(parts.semanticSearch())
            .withScripts(parts.scripts()),
        OutputFolders.below(generated()),
        GeneratorBuild.identity());
  }

  private Configuration configuration() {
    Configuration read = config.map(Configuration::read).orElse(Configuration.NONE);
    Configuration chosen = parts.client() ? read.withClient() : read;
    return overlay.map(chosen::withOverlay).orElse(chosen);
  }
}
