package dev.dragoman.maven.project;

import dev.dragoman.generator.module.ModuleVersions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Checks what a module needs to compile generated classes and run generated tests. The check runs
 * before anything is generated: the compiler would report hundreds of errors, and an old Surefire
 * none.
 */
public final class Requirements {
  private static final String GROUP = "dev.dragoman";
  private static final String JUPITER = "org.junit.jupiter";
  private static final String SUREFIRE = "maven-surefire-plugin";

  /** The first Surefire version that runs JUnit Jupiter without a provider. */
  private static final String FIRST_JUPITER = "2.22.0";

  /** The first Surefire version that adds the engine if only the API is on the class path. */
  private static final String FIRST_WITH_ENGINE = "3.0.0";

  private final BuildContext context;
  private final List<String> missing = new ArrayList<>();

  private Requirements(BuildContext context) {
    this.context = context;
  }

  /**
   * Checks the requirements of a server's classes.
   *
   * @param version the version of Dragoman, for the dependency to paste
   * @param parts what the server has besides the runtime
   * @throws MojoFailureException listing everything that is missing and what to paste
   */
  public static void ofClasses(BuildContext context, String version, Set<OptionalPart> parts)
      throws MojoFailureException {
    Requirements here = new Requirements(context);
    if (context.isSet("maven.main.skip")) {
      return;
    }
    here.compiles("compile");
    here.library("dragoman-runtime", version, "", "The generated classes need");
    for (OptionalPart part : parts) {
      here.library(part.artifactId(), version, "", "<" + part.parameter() + "> needs");
    }
    LibraryVersions.problem(context).ifPresent(here.missing::add);
    here.refuse();
  }

  /**
   * Checks the requirements of generated tests.
   *
   * @param version the version of Dragoman, for the dependency to paste
   * @throws MojoFailureException listing everything that is missing and what to paste
   */
  public static void ofTests(BuildContext context, String version) throws MojoFailureException {
    Requirements here = new Requirements(context);
    if (context.isSet("maven.test.skip")) {
      return;
    }
    here.compiles("testCompile");
    here.library("dragoman-testing", version, "test", "The generated tests need");
    here.jupiter();
    here.surefire();
    here.refuse();
  }

  private void compiles(String goal) {
    CompilerLevel.problem(context, goal).ifPresent(missing::add);
  }

  private void library(String artifactId, String version, String scope, String why) {
    if (!context.hasLibrary(GROUP, artifactId)) {
      missing.add(why + " this dependency:" + dependency(GROUP, artifactId, version, scope));
    }
  }

  private void jupiter() {
    boolean old =
        context
            .mavenPlugin(SUREFIRE)
            .filter(plugin -> PluginRelease.isOlder(plugin, FIRST_WITH_ENGINE))
            .isPresent();
    String needed = old ? "junit-jupiter-engine" : "junit-jupiter-api";
    boolean complete =
        context.hasLibrary(JUPITER, "junit-jupiter-api") && context.hasLibrary(JUPITER, needed);
    if (!complete) {
      missing.add(
          "The generated tests need JUnit Jupiter, and "
              + needed
              + " is not on the test class path. Add this dependency:"
              + dependency(JUPITER, "junit-jupiter", ModuleVersions.of("junit"), "test"));
    }
  }

  private void surefire() {
    Optional<Plugin> plugin =
        context
            .mavenPlugin(SUREFIRE)
            .filter(found -> PluginRelease.isOlder(found, FIRST_JUPITER))
            .filter(found -> found.getDependencies().stream().noneMatch(Requirements::isProvider));
    plugin.ifPresent(
        found ->
            missing.add(
                "%s %s does not run JUnit Jupiter: the build would pass without running any of the"
                        .formatted(SUREFIRE, found.getVersion())
                    + " generated tests. Add to the <build><plugins> of the POM:"
                    + System.lineSeparator()
                    + PluginRelease.pin(SUREFIRE, ModuleVersions.of("surefire"))));
  }

  /** The provider of JUnit Platform 1.0 to 1.3 for Surefire 2.19 to 2.21. */
  private static boolean isProvider(org.apache.maven.model.Dependency dependency) {
    return dependency.getArtifactId().equals("junit-platform-surefire-provider");
  }

  private static String dependency(
      String groupId, String artifactId, String version, String scope) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  <dependency>");
    lines.add("    <groupId>" + groupId + "</groupId>");
    lines.add("    <artifactId>" + artifactId + "</artifactId>");
    lines.add("    <version>" + version + "</version>");
    if (!scope.isEmpty()) {
      lines.add("    <scope>" + scope + "</scope>");
    }
    lines.add("  </dependency>");
    return String.join(System.lineSeparator(), lines);
  }

  private void refuse() throws MojoFailureException {
    if (!missing.isEmpty()) {
      throw new MojoFailureException(
          "The project cannot build the generated code:"
              + System.lineSeparator()
              + String.join(System.lineSeparator(), missing));
    }
  }
}
