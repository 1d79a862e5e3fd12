package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.maven.project.BuildContext;
import java.io.IOException;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class PluginNamesTest {
  @Test
  void withoutADocumentTheExecutionsOfThePomAreSuggested() throws IOException {
    assertThat(names().howToNameDocument())
        .contains("-Ddragoman.inputSpec=FILE")
        .contains("mvn dev.dragoman:dragoman-maven-plugin:1.2:diff@lamp");
  }

  @Test
  void settingsAreWrittenAsUsersWriteThem() throws IOException {
    assertThat(names().written("packageName", "a.b")).isEqualTo("<packageName>a.b</packageName>");
    assertThat(names().written("groupId", "a.b")).isEqualTo("-Ddragoman.groupId=a.b");
    assertThat(names().name("from")).isEqualTo("-Ddragoman.from=FILE");
  }

  private static PluginNames names() throws IOException {
    MavenProject project = new MavenProject();
    Plugin plugin = new Plugin();
    plugin.setGroupId("dev.dragoman");
    plugin.setArtifactId("dragoman-maven-plugin");
    PluginExecution execution = new PluginExecution();
    execution.setId("lamp");
    plugin.addExecution(execution);
    Build build = new Build();
    build.addPlugin(plugin);
    project.getModel().setBuild(build);
    return new PluginNames(
        new BuildContext(null, project, Goal.named("diff", "1.2").execution("default-cli")));
  }
}
