package dev.dragoman.maven;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.expression.DefaultExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;

/** A goal, configured with XML as Maven configures it from the plugin's descriptor. */
final class Goal {
  private final MojoDescriptor descriptor;

  private Goal(MojoDescriptor descriptor) {
    this.descriptor = descriptor;
  }

  static Goal named(String goal, String pluginVersion) throws IOException {
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(Goal.class.getResourceAsStream("/META-INF/maven/plugin.xml")),
            StandardCharsets.UTF_8)) {
      PluginDescriptor plugin = new PluginDescriptorBuilder().build(text);
      plugin.setVersion(pluginVersion);
      return new Goal(plugin.getMojo(goal));
    } catch (PlexusConfigurationException e) {
      throw new IOException(e);
    }
  }

  /** An execution of the goal. */
  MojoExecution execution(String id) {
    return new MojoExecution(descriptor, id);
  }

  /** A module that has what generated code needs. */
  private static MavenProject project() {
    MavenProject project = new MavenProject();
    project.setArtifacts(
        Set.of(
            library("dev.dragoman", "dragoman-runtime"),
            library("dev.dragoman", "dragoman-script"),
            library("dev.dragoman", "dragoman-semantic"),
            library("dev.dragoman", "dragoman-testing"),
            library("org.junit.jupiter", "junit-jupiter-api")));
    return project;
  }

  private static Artifact library(String groupId, String artifactId) {
    return new DefaultArtifact(groupId, artifactId, "1", "compile", "jar", "", null);
  }

  /** What can be configured. */
  List<String> parameters() {
    return descriptor.getParameters().stream()
        .filter(Parameter::isEditable)
        .map(Parameter::getName)
        .toList();
  }

  /**
   * Runs the goal.
   *
   * @param parameters the text of each element
   * @return what it said
   */
  String run(Map<String, String> parameters)
      throws IOException, ReflectiveOperationException, MojoFailureException {
    StringBuilder xml = new StringBuilder("<configuration>");
    parameters.forEach((name, value) -> xml.append("<%s>%s</%s>".formatted(name, value, name)));
    xml.append("<project>${project}</project><execution>${mojoExecution}</execution>");
    AbstractMojo mojo =
        Class.forName(descriptor.getImplementation())
            .asSubclass(AbstractMojo.class)
            .getDeclaredConstructor()
            .newInstance();
    List<String> said = new ArrayList<>();
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence line) {
            said.add(line.toString());
          }
        });
    configure(mojo, xml + "</configuration>");
    try {
      mojo.execute();
    } catch (MojoExecutionException e) {
      throw new IOException(e);
    }
    return String.join("\n", said);
  }

  private void configure(AbstractMojo mojo, String xml) throws IOException {
    Map<String, Object> values =
        Map.of(
            "${project}", project(),
            "${mojoExecution}", execution("default"));
    try (ClassRealm realm =
        new ClassWorld("tests", Goal.class.getClassLoader()).getRealm("tests")) {
      new BasicComponentConfigurator()
          .configureComponent(
              mojo,
              new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml))),
              new DefaultExpressionEvaluator() {
                @Override
                public Object evaluate(String text) {
                  return values.getOrDefault(text, text);
                }
              },
              realm);
    } catch (Exception e) {
      throw new IOException(xml, e);
    }
  }
}
