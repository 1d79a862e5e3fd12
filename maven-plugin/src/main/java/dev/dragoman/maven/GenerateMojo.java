package dev.dragoman.maven;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.goal.CombinedGoal;
import dev.dragoman.generator.goal.FormerApis;
import dev.dragoman.generator.goal.GenerateGoal;
import dev.dragoman.generator.goal.GoalSettings;
import dev.dragoman.generator.goal.Step;
import dev.dragoman.maven.project.OptionalPart;
import dev.dragoman.maven.project.Requirements;
import java.io.File;
import java.io.IOException;
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
   * The name of one server of all APIs, for {@code apis} or {@code inputDirectory}: a main class
   * that serves them at one endpoint is generated in {@code packageName}, in addition to the
   * servers of each. Letters, digits, spaces and hyphens, e.g. {@code Back Office} for {@code
   * BackOfficeServer}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "dragoman.combinedName")
  private @Nullable String combinedName;

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
  Step prepareAll(GoalSettings settings, List<GenerationRequest> requests) {
    Step combined =
        new CombinedGoal(log(), names())
            .prepare(Optional.ofNullable(combinedName), settings, requests);
    Step deletion = FormerApis.of(settings, requests).deletion(log());
    return () -> {
      combined.finish();
      deletion.finish();
    };
  }

  @Override
  Step prepare(GenerationRequest request) throws IOException {
    refuseNamesake(request);
    return new GenerateGoal(log(), names(), force).prepare(request);
  }
}
