package dev.dragoman.maven.project;

import dev.dragoman.generator.goal.ShellWord;
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
 * A command that runs a goal of this plugin with the configuration of the running goal, from the
 * folder in which Maven was started. The plugin's coordinates are spelled out since its prefix is
 * known only in a project whose POM declares the plugin.
 */
public final class GoalCommand {
  private static final String OURS = "dragoman.";

  /** Properties that control how a goal runs rather than what it works on. */
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

  /** The goal for an execution in the POM; an empty id means no execution. */
  public String goal(String goal, String executionId) {
    String name = coordinates(goal) + (executionId.isEmpty() ? "" : "@" + executionId);
    return command(List.of(), name, Run.SAME);
  }

  private String coordinates(String goal) {
    PluginDescriptor plugin = context.execution().getMojoDescriptor().getPluginDescriptor();
    return "%s:%s:%s:%s"
        .formatted(plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion(), goal);
  }

  /** A goal with these parameters and none of the running goal's. */
  public String fresh(String goal, String... parameters) {
    return command(List.of(parameters), coordinates(goal), Run.FRESH);
  }

  /** A phase of the module's build, including the modules that it requires. */
  public String phase(String phase) {
    return command(List.of(), phase, Run.BUILD);
  }

  /** What a command inherits from the running one. */
  private enum Run {
    /** The properties that the configuration depends on. */
    SAME,
    /** Those properties, and the other modules that the module requires. */
    BUILD,
    /** Only the location. */
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
    return String.join(" ", words.stream().map(ShellWord::quoted).toList());
  }

  /**
   * The location of the POM that Maven was started with, unless Maven finds it without an option.
   */
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
    // On Windows, there is no relative path to another drive.
    Path path =
        file.getRoot() == null || !file.getRoot().equals(from.getRoot())
            ? file
            : from.relativize(file);
    return path.toString().replace('\\', '/');
  }

  /**
   * The command-line properties that the goal depends on: its own and those that the plugin's
   * configuration references. Others are omitted since they may be secrets.
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
}
