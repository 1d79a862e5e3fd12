package dev.dragoman.maven.project;

import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The context in which a goal runs.
 *
 * @param session the Maven session; null outside of Maven
 * @param project the module
 * @param execution the goal
 */
public record BuildContext(
    @Nullable MavenSession session, MavenProject project, MojoExecution execution) {
  private static final String MAVEN_PLUGINS = "org.apache.maven.plugins:";

  public BuildContext {
    Objects.requireNonNull(project);
    Objects.requireNonNull(execution);
  }

  /** Whether the goal was invoked on the command line rather than bound to a phase in a POM. */
  public boolean isCalledByName() {
    return execution.getSource() == MojoExecution.Source.CLI;
  }

  /** An Apache Maven plugin in the effective POM, which includes those bound by the packaging. */
  Optional<Plugin> mavenPlugin(String artifactId) {
    return Optional.ofNullable(project.getPlugin(MAVEN_PLUGINS + artifactId));
  }

  /** A parameter of a plugin's default execution, as the effective POM configures it. */
  Optional<String> configured(Plugin plugin, String goal, String parameter) {
    Xpp3Dom configuration =
        project.getGoalConfiguration(
            plugin.getGroupId(), plugin.getArtifactId(), "default-" + goal, goal);
    Xpp3Dom child = configuration == null ? null : configuration.getChild(parameter);
    return child == null ? Optional.empty() : text(child.getValue());
  }

  /** A property of the command line or else of the POM. */
  Optional<String> property(String name) {
    Properties given = session == null ? new Properties() : session.getUserProperties();
    return text(given.getProperty(name, project.getProperties().getProperty(name)));
  }

  /** Whether a property is set and not {@code false}, which is how Maven interprets flags. */
  boolean isSet(String name) {
    return property(name).filter(value -> !value.equalsIgnoreCase("false")).isPresent();
  }

  /** Whether a library is on the class path that was resolved for the goal. */
  boolean hasLibrary(String groupId, String artifactId) {
    return project.getArtifacts().stream().anyMatch(found -> is(found, groupId, artifactId));
  }

  /** The version of a library on the class path that was resolved for the goal. */
  Optional<String> libraryVersion(String groupId, String artifactId) {
    return project.getArtifacts().stream()
        .filter(found -> is(found, groupId, artifactId))
        .map(Artifact::getBaseVersion)
        .findFirst();
  }

  private static boolean is(Artifact found, String groupId, String artifactId) {
    return found.getGroupId().equals(groupId) && found.getArtifactId().equals(artifactId);
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }
}
