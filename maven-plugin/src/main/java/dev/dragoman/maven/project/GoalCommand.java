package dev.dragoman.maven.project;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * A command that runs a goal of this plugin with the configuration of the running one, from the
 * folder in which Maven was started. The plugin's coordinates are written out: its prefix is only
 * known inside a project whose POM names it.
 */
public final class GoalCommand {
  private static final String OURS = "dragoman.";

  /** What decides how a goal goes about it, not what it is about. */
  private static final Set<String> MANNERS =
      Set.of("dragoman.locked", "dragoman.skip", "dragoman.force");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]+)}");

  private final BuildContext context;

  public GoalCommand(BuildContext context) {
    this.context = context;
  }

  /** The goal, e.g. {@code accept}, for the execution that is running. */
  public String goal(String goal) {
    String id = context.execution().getExecutionId();
    return goal(goal, id.equals("default-cli") ? "" : id);
  }

  /** The goal for an execution of the POM; an empty id stands for none. */
  public String goal(String goal, String executionId) {
    String name = coordinates(goal) + (executionId.isEmpty() ? "" : "@" + executionId);
    return command(List.of(), name, Run.SAME);
  }

  private String coordinates(String goal) {
    PluginDescriptor plugin = context.execution().getMojoDescriptor().getPluginDescriptor();
    return "%s:%s:%s:%s"
        .formatted(plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion(), goal);
  }

  /** A goal with these parameters and none of the running one's. */
  public String fresh(String goal, String... parameters) {
    return command(List.of(parameters), coordinates(goal), Run.FRESH);
  }

  /** A phase of the module's build, with the modules it needs. */
  public String phase(String phase) {
    return command(List.of(), phase, Run.BUILD);
  }

  /** What a command takes over from the running one. */
  private enum Run {
    /** The properties that its configuration depends on. */
    SAME,
    /** Those, and the other modules that the module needs. */
    BUILD,
    /** Nothing but the place. */
    FRESH
  }

  private String command(List<String> parameters, String what, Run run) {
    List<String> words = new ArrayList<>(List.of("mvn"));
    MavenSession session = context.session();
    if (session != null) {
      words.addAll(pom(session));
      List<String> module = module(session);
      words.addAll(module);
      if (run == Run.BUILD && module.contains("-pl")) {
        words.add("-am");
      }
      List<String> profiles = session.getRequest().getActiveProfiles();
      if (!profiles.isEmpty()) {
        words.add("-P" + String.join(",", profiles));
      }
      if (run != Run.FRESH) {
        given(session).forEach((name, value) -> words.add("-D" + name + "=" + value));
      }
    }
    words.add(what);
    words.addAll(parameters);
    return String.join(" ", words.stream().map(GoalCommand::quoted).toList());
  }

  /** Where the POM is that Maven was started with, unless it finds that by itself. */
  private static List<String> pom(MavenSession session) {
    File pom = session.getRequest().getPom();
    Path here = Path.of("").toAbsolutePath();
    if (pom == null || pom.toPath().toAbsolutePath().normalize().equals(here.resolve("pom.xml"))) {
      return List.of();
    }
    return List.of("-f", relative(here, pom.toPath()));
  }

  private List<String> module(MavenSession session) {
    File folder = context.project().getBasedir();
    if (context.project().getFile() == null || folder == null) {
      return List.of();
    }
    Path root = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    Path module = folder.toPath().toAbsolutePath().normalize();
    if (!module.equals(root)) {
      return List.of("-pl", relative(root, module));
    }
    return context.project().getModules().isEmpty() ? List.of() : List.of("-N");
  }

  private static String relative(Path from, Path to) {
    Path file = to.toAbsolutePath().normalize();
    // Another drive of Windows has no relative path.
    Path path =
        file.getRoot() == null || !file.getRoot().equals(from.getRoot())
            ? file
            : from.relativize(file);
    return path.toString().replace('\\', '/');
  }

  /**
   * The properties of the command line that the goal depends on: its own, and those that the
   * configuration of the plugin refers to. No others: one of them may be a secret.
   */
  private Map<String, String> given(MavenSession session) {
    Set<String> referred = new TreeSet<>();
    for (MavenProject at = context.project(); at != null; at = at.getParent()) {
      Build build = at.getOriginalModel() == null ? null : at.getOriginalModel().getBuild();
      if (build != null) {
        build.getPlugins().forEach(plugin -> referred.addAll(references(plugin)));
      }
    }
    Properties given = session.getUserProperties();
    Map<String, String> all = new TreeMap<>();
    for (String name : given.stringPropertyNames()) {
      boolean ours = name.startsWith(OURS) && !MANNERS.contains(name);
      if (ours || referred.contains(name)) {
        all.put(name, given.getProperty(name));
      }
    }
    return all;
  }

  private Set<String> references(Plugin plugin) {
    PluginDescriptor own = context.execution().getMojoDescriptor().getPluginDescriptor();
    Set<String> names = new TreeSet<>();
    if (plugin.getArtifactId().equals(own.getArtifactId())) {
      names.addAll(references(plugin.getConfiguration()));
      for (PluginExecution execution : plugin.getExecutions()) {
        names.addAll(references(execution.getConfiguration()));
      }
    }
    return names;
  }

  private static Set<String> references(Object configuration) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = REFERENCE.matcher(String.valueOf(configuration));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** As a POSIX shell reads it back. */
  public static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
