package dev.dragoman.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.maven.project.BuildContext;
import dev.dragoman.maven.project.Modules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiListTest {
  @TempDir Path folder;

  @Test
  void oneDocumentHasThePackageAsItIs() throws Exception {
    List<Api> apis = list(new File("a.yaml"), null, List.of()).resolve("com.example");
    assertThat(apis).hasSize(1);
    assertThat(apis.get(0).packageName).isEqualTo("com.example");
    assertThat(apis.get(0).apiName).as("from the title").isNull();
  }

  @Test
  void eachDocumentOfAFolderHasAPackageOfItsOwn() throws Exception {
    for (String name :
        List.of("b-two.yml", "A.JSON", "1st.yaml", "new.yaml", ".x.yaml", "a.lock")) {
      Files.writeString(folder.resolve(name), "");
    }
    assertThat(list(null, folder.toFile(), List.of()).resolve("p"))
        .extracting(api -> api.apiName + " " + api.packageName)
        .containsExactly("St p.st", "A p.a", "B-two p.btwo", "New p.new_");
  }

  @Test
  void anApiOfTheListKeepsWhatItSays() throws Exception {
    Api api = Api.of(new File("x/lamp.yaml"), "com.lamp");
    api.apiName = "Bulb";
    Api other = Api.of(new File("x/bell.yaml"), null);
    assertThat(list(null, null, List.of(api, other)).resolve("p"))
        .extracting(one -> one.apiName + " " + one.packageName)
        .containsExactly("Bulb com.lamp", "Bell p.bell");
  }

  @Test
  void twoOfOneNameAreRefused() {
    Api one = Api.of(new File("a/lamp.yaml"), null);
    Api two = Api.of(new File("b/lamp.yaml"), null);
    assertThatThrownBy(() -> list(null, null, List.of(one, two)).resolve("p"))
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("two APIs have the name lamp")
        .hasMessageContaining("a" + File.separator + "lamp.yaml");
    Api samePackage = Api.of(new File("c/bell.yaml"), "p.lamp");
    Api lamp = Api.of(new File("a/lamp.yaml"), null);
    assertThatThrownBy(() -> list(null, null, List.of(lamp, samePackage)).resolve("p"))
        .hasMessageContaining("two APIs have the package p.lamp");
  }

  @Test
  void whatIsMissingOrTooMuchIsSaid() throws IOException {
    assertThatThrownBy(() -> list(null, null, List.of()).resolve("p"))
        .hasMessageContaining("No OpenAPI document is configured")
        .hasMessageContaining("mvn dev.dragoman:dragoman-maven-plugin:1.2:diff@lamp")
        .hasMessageContaining("-Ddragoman.inputSpec=FILE");
    assertThatThrownBy(() -> list(new File("a"), folder.toFile(), List.of()).resolve("p"))
        .hasMessageContaining("<inputSpec> and <inputDirectory>");
    assertThatThrownBy(() -> list(null, folder.toFile(), List.of()).resolve("p"))
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> list(null, null, List.of(new Api())).resolve("p"))
        .hasMessageContaining("<inputSpec>");
  }

  private static Modules modules(MavenProject project) throws IOException {
    return new Modules(
        new BuildContext(null, project, Goal.named("diff", "1.2").execution("default-cli")));
  }

  private static ApiList list(File inputSpec, File directory, List<Api> apis) throws IOException {
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
    return new ApiList(inputSpec, directory, apis, modules(project));
  }
}
