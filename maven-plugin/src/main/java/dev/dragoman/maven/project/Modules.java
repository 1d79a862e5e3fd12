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
 * A goal that is called by name at the root of a project of several modules. Maven runs one that
 * needs no project at the root alone, whatever the modules configure, and any other in each module,
 * also in those that know nothing of Dragoman.
 */
public final class Modules {
  private static final Set<String> DOCUMENTS = Set.of("inputSpec", "inputDirectory", "apis");
  private static final String VENDORED = "src/main/openapi";

  private final BuildContext context;

  public Modules(BuildContext context) {
    this.context = context;
  }

  /** Whether another module of the run configures the goal. */
  public boolean isConfiguredElsewhere() {
    return several().stream().anyMatch(this::configures);
  }

  /**
   * The running goal for each execution of this plugin in the modules of the run: those with the id
   * that was asked for, else all.
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
   * Refuses to put a new document into the root of several modules.
   *
   * @param property that names the folder instead
   * @throws MojoFailureException with what to say instead
   */
  public void refuseNewDocument(String property) throws MojoFailureException {
    MavenSession session = context.session();
    boolean isGiven = session != null && session.getUserProperties().containsKey(property);
    if (several().size() > 1 && !isGiven) {
      throw new MojoFailureException(
          "This project has several modules. Name the one that gets the document with -pl MODULE,"
              + " or the folder with -D%s=FOLDER.".formatted(property));
    }
  }

  /**
   * Refuses to refresh a document that is vendored in other modules.
   *
   * @param vendor name of the document's folder
   * @throws MojoFailureException with the commands for them
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

  /** The modules of the run; none when the goal is bound in a POM. */
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
