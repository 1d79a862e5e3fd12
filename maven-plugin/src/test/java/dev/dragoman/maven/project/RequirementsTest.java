package dev.dragoman.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects that cannot build or run what is generated are told so, with what to paste. */
class RequirementsTest {
  private static final String COMPILER = "maven-compiler-plugin";
  private static final String SUREFIRE = "maven-surefire-plugin";
  private final MavenProject project = new MavenProject();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "3.15.0, -, -, maven.compiler.release",
        "3.1, -, -, this version ignores that property",
        "3.1, maven.compiler.release, 17, this version ignores that property",
        "3.15.0, maven.compiler.release, 11, Change maven.compiler.release to 17.",
        "3.15.0, maven.compiler.source, 1.8, <maven.compiler.release>17</maven.compiler.release>",
        "3.15.0, maven.compiler.target, 16, for Java 16",
        "3.15.0, <release>, 11, Change <release> in its configuration to 17.",
        "3.15.0, <source>, 11, Change <source> in its configuration to 17.",
        "3.8.1, <target>, 1.7, for Java 7",
      })
  void aLevelBelow17IsRefused(String version, String name, String value, String told) {
    set(compiler(version), name, value);
    assertThat(classes()).contains("need Java 17").contains(told);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "3.15.0, maven.compiler.release, 17",
        "3.15.0, maven.compiler.release, 25",
        "3.1, maven.compiler.source, 17",
        "3.15.0, <release>, 21",
        "3.15.0, <release>, ${undefined}",
        "4.0.0, -, -",
        "-, maven.compiler.source, 17",
      })
  void aLevelOf17OrMoreIsNot(String version, String name, String value) {
    set(compiler(version), name, value);
    assertThat(classes()).isEmpty();
  }

  @Test
  void aReleaseComesBeforeSourceAndTarget() {
    set(compiler("3.15.0"), "maven.compiler.source", "11");
    project.getProperties().setProperty("maven.compiler.release", "17");
    assertThat(classes()).isEmpty();
  }

  @Test
  void theLevelOfTestsIsTheirOwn() {
    set(compiler("3.15.0"), "maven.compiler.release", "17");
    project.getProperties().setProperty("maven.compiler.testRelease", "11");
    libraries("dev.dragoman:dragoman-runtime", "org.junit.jupiter:junit-jupiter-api");
    assertThat(classes()).isEmpty();
    assertThat(tests()).contains("Change maven.compiler.testRelease to 17.");
  }

  @Test
  void aModuleThatIsNotCompiledIsNotRefused() {
    libraries("dev.dragoman:dragoman-runtime");
    assertThat(classes()).as("another packaging").isEmpty();
    set(compiler("3.1"), "maven.main.skip", "true");
    assertThat(classes()).isEmpty();
  }

  @Test
  void theLibrariesOfTheServerAreNeeded() {
    set(compiler("3.15.0"), "maven.compiler.release", "17");
    libraries();
    assertThat(classes()).contains("<artifactId>dragoman-runtime</artifactId>", "<version>1.2</");
    libraries("dev.dragoman:dragoman-runtime");
    String told =
        told(() -> Requirements.ofClasses(context(), "1.2", Set.of(OptionalPart.SEMANTIC_SEARCH)));
    assertThat(told)
        .contains("<semanticSearch> needs", "dragoman-semantic")
        .doesNotContain("dragoman-runtime<", "dragoman-script<");
    assertThat(told(() -> Requirements.ofClasses(context(), "1.2", Set.of(OptionalPart.SCRIPTS))))
        .contains("<scripts> needs", "<artifactId>dragoman-script</artifactId>", "<version>1.2</")
        .doesNotContain("dragoman-semantic<");
  }

  @Test
  void everythingIsToldAtOnce() {
    compiler("3.1");
    plugin(SUREFIRE, "2.12.4");
    libraries();
    assertThat(tests())
        .contains(
            "maven.compiler.release",
            "<artifactId>dragoman-testing<",
            "<artifactId>junit-jupiter<",
            "2.12.4 does not run");
  }

  @ParameterizedTest
  @CsvSource({
    "2.12.4, false, true",
    "2.21.0, false, true",
    "2.21.0, true, false",
    "2.22.0, false, false",
    "3.5.6, false, false"
  })
  void anOldSurefireRunsNothing(String version, boolean provider, boolean refused) {
    Plugin surefire = plugin(SUREFIRE, version);
    if (provider) {
      Dependency dependency = new Dependency();
      dependency.setArtifactId("junit-platform-surefire-provider");
      surefire.addDependency(dependency);
    }
    libraries("org.junit.jupiter:junit-jupiter-api", "org.junit.jupiter:junit-jupiter-engine");
    assertThat(tests().contains("does not run JUnit Jupiter")).isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({"2.22.2, true", "3.5.6, false"})
  void theEngineIsNeededWhereSurefireDoesNotAddIt(String version, boolean refused) {
    plugin(SUREFIRE, version);
    libraries("org.junit.jupiter:junit-jupiter-api");
    assertThat(tests().contains("junit-jupiter-engine")).isEqualTo(refused);
  }

  @Test
  void theTestSupportIsNeededForTests() {
    set(compiler("3.15.0"), "maven.compiler.release", "17");
    libraries("dev.dragoman:dragoman-runtime", "org.junit.jupiter:junit-jupiter-api");
    assertThat(classes()).isEmpty();
    assertThat(tests())
        .contains("<artifactId>dragoman-testing<", "<version>1.2</", "<scope>test</")
        .doesNotContain("JUnit");
    libraries("dev.dragoman:dragoman-testing", "org.junit.jupiter:junit-jupiter-api");
    assertThat(tests()).isEmpty();
  }

  @Test
  void testsThatAreNotCompiledNeedNothing() {
    plugin(SUREFIRE, "2.12.4");
    project.getProperties().setProperty("maven.test.skip", "true");
    assertThat(tests()).isEmpty();
  }

  private Plugin compiler(String version) {
    libraries("dev.dragoman:dragoman-runtime");
    return plugin(COMPILER, version);
  }

  private Plugin plugin(String artifactId, String version) {
    Plugin plugin = new Plugin();
    plugin.setArtifactId(artifactId);
    plugin.setVersion(version);
    PluginExecution execution = new PluginExecution();
    execution.setId("default-compile");
    plugin.addExecution(execution);
    project.getBuild().addPlugin(plugin);
    return plugin;
  }

  /** A name in angle brackets is a parameter of the execution, any other a property. */
  private void set(Plugin plugin, String name, String value) {
    if (name == null) {
      return;
    }
    if (!name.startsWith("<")) {
      project.getProperties().setProperty(name, value);
      return;
    }
    Xpp3Dom parameter = new Xpp3Dom(name.replaceAll("[<>]", ""));
    parameter.setValue(value);
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    configuration.addChild(parameter);
    plugin.getExecutions().get(0).setConfiguration(configuration);
  }

  @Test
  void librariesThatAreManagedAtOldVersionsAreAllNamedWithWhatToPaste() {
    set(compiler("3.15.0"), "maven.compiler.release", "17");
    libraries(
        "dev.dragoman:dragoman-runtime",
        "tools.jackson.core:jackson-databind:3.2.4",
        "com.fasterxml.jackson.core:jackson-annotations:2.19.2",
        "org.apache.httpcomponents.client5:httpclient5:5.5.1",
        "org.eclipse.jetty:jetty-server:11.0.26");
    assertThat(classes().lines())
        .containsSubsequence(
            "The dependency management of this project, or of its parent, chooses libraries with"
                + " which the server cannot run:",
            "- com.fasterxml.jackson.core:jackson-annotations 2.19.2 is too old, 2.22 or later is"
                + " needed",
            "- org.apache.httpcomponents.client5:httpclient5 5.5.1 is too old, 5.6 or later is"
                + " needed",
            "- org.eclipse.jetty:jetty-server 11.0.26 is too old, 12.0 or later is needed",
            "  <dependencyManagement>",
            "        <groupId>com.fasterxml.jackson.core</groupId>",
            "        <artifactId>jackson-annotations</artifactId>",
            "        <version>2.22</version>",
            "        <artifactId>jetty-server</artifactId>",
            "        <version>12.1.14</version>",
            "  </dependencyManagement>");
  }

  @Test
  void aServletNeedsNoJetty() {
    set(compiler("3.15.0"), "maven.compiler.release", "17");
    libraries(
        "dev.dragoman:dragoman-runtime",
        "dev.dragoman:dragoman-servlet",
        "org.eclipse.jetty:jetty-server:11.0.26");
    assertThat(classes()).isEmpty();
  }

  @Test
  void laterLibrariesAndThoseOfNoConcernAreNotRefused() {
    set(compiler("3.15.0"), "maven.compiler.release", "17");
    libraries(
        "dev.dragoman:dragoman-runtime",
        "tools.jackson.core:jackson-databind:3.1.4",
        "com.fasterxml.jackson.core:jackson-annotations:2.21",
        "com.fasterxml.jackson.core:jackson-databind:2.9.0",
        "org.eclipse.jetty:jetty-server:12.0.29",
        "org.slf4j:slf4j-api:2.0.17");
    assertThat(classes()).isEmpty();
  }

  /** Group, artifact and, where it matters, version. */
  private void libraries(String... names) {
    Set<Artifact> artifacts = new LinkedHashSet<>();
    for (String name : names) {
      List<String> parts = Arrays.asList(name.split(":"));
      String version = parts.size() > 2 ? parts.get(2) : "1";
      artifacts.add(
          new DefaultArtifact(parts.get(0), parts.get(1), version, "test", "jar", "", null));
    }
    project.setArtifacts(artifacts);
  }

  private BuildContext context() {
    return new BuildContext(null, project, new MojoExecution(new MojoDescriptor(), "default"));
  }

  private interface Check {
    void run() throws MojoFailureException;
  }

  private String classes() {
    return told(() -> Requirements.ofClasses(context(), "1.2", Set.of()));
  }

  private String tests() {
    return told(() -> Requirements.ofTests(context(), "1.2"));
  }

  private static String told(Check check) {
    MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, check::run);
    return refused == null ? "" : refused.getMessage();
  }
}
