package dev.dragoman.generator.goal;

import dev.dragoman.generator.config.SettingsObject;
import dev.dragoman.generator.lock.LockPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of a goal that reads documents.
 *
 * @param apis the documents
 * @param own the settings of the goal itself: an API inherits what it does not set; the document is
 *     empty
 * @param reading how documents are read
 * @param configFile a configuration file
 * @param settings the settings that a configuration file may have, too; they take precedence
 * @param parts what the server has in addition
 * @param output where the output is
 * @param lockMode how differences from the lock are handled
 */
public record GoalSettings(
    ApiList apis,
    ApiChoice own,
    Reading reading,
    Optional<Path> configFile,
    SettingsObject settings,
    Parts parts,
    Output output,
    LockPolicy.Mode lockMode) {
  public GoalSettings {
    Objects.requireNonNull(apis);
    Objects.requireNonNull(own);
    Objects.requireNonNull(reading);
    Objects.requireNonNull(configFile);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(parts);
    Objects.requireNonNull(output);
    Objects.requireNonNull(lockMode);
  }

  /**
   * How documents are read.
   *
   * @param base the folder that file names are relative to
   * @param root the folder that references must stay within; the document's own if empty
   * @param allowedHosts hosts that servers may have although they are link-local or provide cloud
   *     metadata
   * @param overlays the overlays that the settings name
   * @param strict whether a warning about a document is an error
   */
  public record Reading(
      Path base,
      Optional<Path> root,
      Set<String> allowedHosts,
      List<Path> overlays,
      boolean strict) {
    public Reading {
      Objects.requireNonNull(base);
      Objects.requireNonNull(root);
      allowedHosts = Set.copyOf(allowedHosts);
      overlays = List.copyOf(overlays);
    }
  }

  /**
   * Parts of a server that are not always wanted.
   *
   * @param semanticSearch whether search also ranks by meaning
   * @param scripts whether the server offers {@code run_script}
   */
  public record Parts(boolean semanticSearch, boolean scripts) {}

  /**
   * Where the output is.
   *
   * @param sources root of the Java files
   * @param resources root of the resources
   * @param reports folder of the reports
   * @param state folder of the manifest of a single document; with several, each has one of its own
   *     in it
   * @param generator what identifies the generator, see {@code GeneratorBuild.fingerprint}
   */
  public record Output(Path sources, Path resources, Path reports, Path state, String generator) {
    public Output {
      Objects.requireNonNull(sources);
      Objects.requireNonNull(resources);
      Objects.requireNonNull(reports);
      Objects.requireNonNull(state);
      Objects.requireNonNull(generator);
    }
  }
}
