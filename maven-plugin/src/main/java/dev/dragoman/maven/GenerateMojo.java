package dev.dragoman.maven;

import dev.dragoman.generator.Generation;
import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GenerationResult;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.Progress;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.maven.project.OptionalPart;
import dev.dragoman.maven.project.Requirements;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates the Java sources and resources of an MCP server from an OpenAPI document and adds both
 * to the build. Does nothing if the document, its referenced files, the configuration and the
 * plugin are unchanged.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "generate",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyCollection = ResolutionScope.COMPILE,
    threadSafe = true)
public final class GenerateMojo extends AbstractGenerateMojo {
  /** Limits the warnings in the build log; the report contains all of them. */
  private static final int MAX_WARNINGS = 20;

  /**
   * Root of the generated Java files.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/dragoman")
  private @Nullable File outputDirectory;

  /**
   * Root of the generated resources.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "dragoman.resourceDirectory",
      defaultValue = "${project.build.directory}/generated-resources/dragoman")
  private @Nullable File resourceDirectory;

  /**
   * Generates even if nothing has changed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.force", defaultValue = "false")
  private boolean force;

  @Override
  void registerRoots(MavenProject target) {
    target.addCompileSourceRoot(sources().getAbsolutePath());
    String folder = resources().getAbsolutePath();
    // Several executions may share the folder, which must be copied only once.
    if (target.getResources().stream().noneMatch(known -> folder.equals(known.getDirectory()))) {
      Resource resource = new Resource();
      resource.setDirectory(folder);
      target.addResource(resource);
    }
  }

  @Override
  File sources() {
    return given(outputDirectory, "outputDirectory");
  }

  @Override
  File resources() {
    return given(resourceDirectory, "resourceDirectory");
  }

  @Override
  void checkProject() throws MojoFailureException {
    Requirements.ofClasses(
        context(), PluginVersion.plain(given(execution, "execution")), optionalParts());
  }

  private Set<OptionalPart> optionalParts() {
    Set<OptionalPart> chosen = EnumSet.noneOf(OptionalPart.class);
    if (semanticSearch) {
      chosen.add(OptionalPart.SEMANTIC_SEARCH);
    }
    if (scripts) {
      chosen.add(OptionalPart.SCRIPTS);
    }
    return chosen;
  }

  @Override
  Step prepare(GenerationRequest request) throws IOException, MojoFailureException {
    refuseNamesake(request);
    Optional<Generation> stale = stale(request);
    return stale.isEmpty() ? () -> sayNothingChanged(request) : () -> write(request, stale.get());
  }

  private Optional<Generation> stale(GenerationRequest request) throws IOException {
    try (Progress progress = Progress.to(getLog()::info)) {
      return force
          ? Optional.of(Generator.prepare(request, progress))
          : Generator.prepareIfStale(request, progress);
    }
  }

  private void write(GenerationRequest request, Generation generation) throws IOException {
    GenerationResult result = written(generation);
    List<Problem> warnings = result.warnings();
    warnings.stream()
        .sorted(Comparator.comparing(warning -> !warning.isSuspicious()))
        .limit(MAX_WARNINGS)
        .forEach(warning -> getLog().warn(warning.toString()));
    if (warnings.size() > MAX_WARNINGS) {
      int more = warnings.size() - MAX_WARNINGS;
      getLog().warn(more + " more warnings are in the report in " + request.folders().reports());
    }
    getLog().info(result.summary());
    Path here = Path.of("").toAbsolutePath();
    getLog()
        .info(
            "Main class %s; sources in %s, report in %s"
                .formatted(
                    result.mainClass(),
                    shown(here, request.folders().sources()),
                    shown(here, request.folders().reports())));
    if (result.lock().asksForAcceptance()) {
      getLog().info("To accept what is exposed: " + command().goal("accept"));
    }
  }

  private GenerationResult written(Generation generation) throws IOException {
    try (Progress progress = Progress.to(getLog()::info)) {
      return generation.write(progress);
    }
  }

  /** A path relative to the folder where Maven was started. */
  private static Path shown(Path here, Path path) {
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
