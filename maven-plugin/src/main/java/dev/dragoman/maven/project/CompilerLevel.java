package dev.dragoman.maven.project;

import dev.dragoman.generator.module.ModuleVersions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * The Java level that maven-compiler-plugin compiles a module for, by its own rules: {@code
 * release} (since 3.6), else the lower of {@code source} and {@code target}, else its default,
 * which is below 17 in every version 1 to 3.
 */
final class CompilerLevel {
  static final int NEEDED = 17;
  private static final String PLUGIN = "maven-compiler-plugin";

  private final BuildContext context;
  private final Plugin plugin;
  private final String goal;

  /** A level and what sets it, e.g. {@code maven.compiler.source}. */
  private record Level(int number, String setBy, boolean isProperty) {}

  private CompilerLevel(BuildContext context, Plugin plugin, String goal) {
    this.context = context;
    this.plugin = plugin;
    this.goal = goal;
  }

  /**
   * Returns the problem that prevents generated classes from being compiled.
   *
   * @param goal {@code compile} or {@code testCompile}
   * @return empty if there is none or the module is not compiled by this plugin
   */
  static Optional<String> problem(BuildContext context, String goal) {
    return context
        .mavenPlugin(PLUGIN)
        .flatMap(plugin -> new CompilerLevel(context, plugin, goal).problem());
  }

  private Optional<String> problem() {
    boolean knowsRelease = !PluginRelease.isOlder(plugin, "3.6");
    Optional<Level> release = knowsRelease ? first(names("release")) : Optional.empty();
    Optional<Level> set = release.or(this::sourceAndTarget);
    if (set.isEmpty() && PluginRelease.isOlder(plugin, "4")) {
      return Optional.of(refusal("because no Java release is set") + property(knowsRelease));
    }
    return set.filter(level -> level.number() < NEEDED)
        .map(
            level ->
                refusal("for Java %d, as set by %s".formatted(level.number(), level.setBy()))
                    + advice(level, knowsRelease));
  }

  private Optional<Level> sourceAndTarget() {
    return Stream.of("source", "target")
        .flatMap(name -> first(names(name)).stream())
        .min((one, other) -> Integer.compare(one.number(), other.number()));
  }

  /** For tests, the test parameter takes precedence over the one for classes. */
  private List<String> names(String name) {
    String test = "test" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return goal.equals("testCompile") ? List.of(test, name) : List.of(name);
  }

  private Optional<Level> first(List<String> names) {
    return names.stream().flatMap(name -> level(name).stream()).findFirst();
  }

  private Optional<Level> level(String name) {
    String property = "maven.compiler." + name;
    return context
        .configured(plugin, goal, name)
        .map(text -> level(text, "<" + name + "> in its configuration", false))
        .or(() -> context.property(property).map(text -> level(text, property, true)));
  }

  /**
   * A value that is not a number, such as an unresolved expression, is assumed to be high enough.
   */
  private static Level level(String text, String setBy, boolean isProperty) {
    String number = text.startsWith("1.") ? text.substring(2) : text;
    int level = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
    return new Level(level, setBy, isProperty);
  }

  private String refusal(String why) {
    @Nullable String version = plugin.getVersion();
    return "The generated classes need Java %d, but %s%s compiles this module for an older version, %s."
        .formatted(NEEDED, PLUGIN, version == null ? "" : " " + version, why);
  }

  /** Suggests changing the setting in place, or replacing source and target with a release. */
  private static String advice(Level level, boolean knowsRelease) {
    boolean isRelease = level.setBy().toLowerCase(Locale.ROOT).contains("release");
    return level.isProperty() && !isRelease
        ? property(knowsRelease)
        : " Change %s to %d.".formatted(level.setBy(), NEEDED);
  }

  private static String property(boolean knowsRelease) {
    String newline = System.lineSeparator();
    String paste =
        " Add to the <properties> of the POM:"
            + newline
            + "  <maven.compiler.release>"
            + NEEDED
            + "</maven.compiler.release>";
    return knowsRelease
        ? paste
        : paste
            + newline
            + "and to its <build><plugins>, since this version ignores that property:"
            + newline
            + PluginRelease.pin(PLUGIN, ModuleVersions.of("compiler"));
  }
}
