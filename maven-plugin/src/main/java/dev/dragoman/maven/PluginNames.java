package dev.dragoman.maven;

import dev.dragoman.generator.goal.SettingNames;
import dev.dragoman.maven.project.BuildContext;
import dev.dragoman.maven.project.GoalCommand;
import dev.dragoman.maven.project.Modules;
import java.util.List;
import java.util.Set;

/** Settings as elements of a POM, and goals as Maven commands. */
final class PluginNames implements SettingNames {
  /** Settings that are usually given on the command line. */
  private static final Set<String> PROPERTIES = Set.of("artifactId", "from", "groupId");

  private final BuildContext context;

  PluginNames(BuildContext context) {
    this.context = context;
  }

  @Override
  public String name(String setting) {
    return switch (setting) {
      case "from" -> "-Ddragoman.from=FILE";
      case "failOn" -> "failOn";
      default -> "<" + setting + ">";
    };
  }

  @Override
  public String written(String setting, String value) {
    return PROPERTIES.contains(setting)
        ? "-Ddragoman." + setting + "=" + value
        : "<" + setting + ">" + value + "</" + setting + ">";
  }

  @Override
  public String settings() {
    return "The configuration of dragoman-maven-plugin";
  }

  /** A goal that is invoked by name does not have the configuration of an execution in the POM. */
  @Override
  public String howToNameDocument() {
    List<String> commands = new Modules(context).commands();
    String named = "Set -Ddragoman.inputSpec=FILE or <inputSpec>";
    return commands.isEmpty()
        ? named + "."
        : named
            + ", or use the configuration of an execution in the POM:"
            + System.lineSeparator()
            + String.join(System.lineSeparator(), commands);
  }

  @Override
  public String command(String goal) {
    return new GoalCommand(context).goal(goal);
  }

  @Override
  public String vendorCommand(String source) {
    return new GoalCommand(context).fresh("vendor", "-Ddragoman.source=" + source);
  }
}
