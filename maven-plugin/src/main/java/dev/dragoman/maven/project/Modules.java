package dev.dragoman.maven.project;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * A goal that is invoked by name at the root of a multi-module project. Maven runs a goal that does
 * not require a project only at the root, whatever the modules configure, and any other goal in
 * each module, including those that do not use Dragoman.
 */
public final class Modules {
  private static final Set<String> DOCUMENTS = Set.of("inputSpec", "inputDirectory", "apis");
  private static final String VENDORED = "src/main/openapi";

  private final BuildContext context;

  public Modules(BuildContext context) {
    this.context = context;
  }

  /** Whether another module of the reactor configures the goal. */
  public boolean isConfiguredElsewhere() {
    return several().stream().anyMatch(this::configures);
  }

  /**
   * Commands for the running goal, one for each execution of this plugin in the modules of the
   * reactor: those with the requested id, or else all.
   */
  public List<String> commands() {
    List<String> commands = new ArrayList<>();
    List<String> wanted = new ArrayList<>();
    String goal = context.execution().getGoal();
    for (MavenProject module : all()) {
      Plugin plugin = plugin(module);
      GoalCommand there = command(module);
      for (PluginExecution one :
          plugin == null ? List.<PluginExecution>of() : plugin.getExecutions()) {
        String line = there.goal(goal, one.getId());
        commands.add(line);
        if (one.getId().equals(context.execution().getExecutionId())) {
          wanted.add(line);
        }
      }
    }
    return wanted.isEmpty() ? commands : wanted;
  }

  /**
   * Rejects adding a new document at the root of a multi-module project.
   *
   * @param property the property that sets the folder instead
   * @throws MojoFailureException describing what to specify instead
   */
  public void refuseNewDocument(String property) throws MojoFailureException {
    MavenSession session = context.session();
    boolean isGiven = session != null && session.getUserProperties().containsKey(property);
    if (several().size() > 1 && !isGiven) {
      throw new MojoFailureException(
          "This project has several modules. Select the one for the document with -pl MODULE,"
              + " or set the folder with -D%s=FOLDER.".formatted(property));
    }
  }

  /**
   * Rejects refreshing a document that is vendored in other modules.
   *
   * @param vendor the name of the document's folder
   * @throws MojoFailureException with the commands to run instead
   */
  public void refuseForeignDocument(String vendor) throws MojoFailureException {
    if (isVendored(context.project(), vendor)) {
      return;
    }
    String goal = context.execution().getGoal();
    List<String> commands =
        several().stream()
            .filter(module -> isVendored(module, vendor))
            .map(module -> command(module).goal(goal))
            .toList();
    if (!commands.isEmpty()) {
      throw new MojoFailureException(
          "The document of %s is in another module:%n%s"
              .formatted(vendor, String.join(System.lineSeparator(), commands)));
    }
  }

  private static boolean isVendored(MavenProject module, String vendor) {
    return new File(module.getBasedir(), VENDORED + "/" + vendor).isDirectory();
  }

  private GoalCommand command(MavenProject module) {
    return new GoalCommand(new BuildContext(context.session(), module, context.execution()));
  }

  private List<MavenProject> all() {
    MavenSession session = context.session();
    return session == null ? List.of(context.project()) : session.getProjects();
  }

  /** The modules of the reactor; empty if the goal is bound in a POM. */
  private List<MavenProject> several() {
    return context.isCalledByName() ? all() : List.of();
  }

  private boolean configures(MavenProject module) {
    Plugin plugin = plugin(module);
    if (plugin == null) {
      return false;
    }
    PluginExecution execution =
        plugin.getExecutionsAsMap().get(context.execution().getExecutionId());
    return Stream.of(
            plugin.getConfiguration(), execution == null ? "" : execution.getConfiguration())
        .anyMatch(Modules::namesDocument);
  }

  private @Nullable Plugin plugin(MavenProject module) {
    PluginDescriptor own = context.execution().getMojoDescriptor().getPluginDescriptor();
    return module.getPlugin(own.getGroupId() + ":" + own.getArtifactId());
  }

  private static boolean namesDocument(@Nullable Object configuration) {
    return configuration instanceof Xpp3Dom tree
        && DOCUMENTS.stream().anyMatch(name -> tree.getChild(name) != null);
  }
}
