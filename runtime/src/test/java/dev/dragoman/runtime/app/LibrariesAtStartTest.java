package dev.dragoman.runtime.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.TrackerResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with libraries that say that they are too old; the plugin's integration test
 * managed-versions has really old ones.
 */
class LibrariesAtStartTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  private void library(String group, String artifact, String version) throws IOException {
    Path folderOfIt = folder.resolve("META-INF/maven/" + group + "/" + artifact);
    Files.createDirectories(folderOfIt);
    Files.writeString(folderOfIt.resolve("pom.properties"), "version=" + version + "\n");
  }

  private String run(String... flags) throws Exception {
    try (ServerChild server = new ServerChild(folder, List.of(), flags)) {
      server.await();
      assertThat(server.exitCode()).isEqualTo(1);
      return server.said();
    }
  }

  @Test
  void allOldLibrariesAreNamedWithWhatToDo() throws Exception {
    library("com.fasterxml.jackson.core", "jackson-annotations", "2.19.2");
    library("org.apache.httpcomponents.client5", "httpclient5", "5.2.1");
    assertThat(run("--mock"))
        .isEqualTo(
            "The server cannot run with these libraries:\n"
                + "- com.fasterxml.jackson.core:jackson-annotations 2.19.2 is too old, 2.22 or later"
                + " is needed: manage com.fasterxml.jackson.core:jackson-annotations at 2.22 in"
                + " <dependencyManagement> of the POM.\n"
                + "- org.apache.httpcomponents.client5:httpclient5 5.2.1 is too old, 5.6 or later is"
                + " needed: manage org.apache.httpcomponents.client5:httpclient5 at 5.6.5 in"
                + " <dependencyManagement> of the POM.\n");
  }

  @Test
  void anOldJettyIsToldWhenItWouldListen() throws Exception {
    library("org.eclipse.jetty", "jetty-server", "11.0.26");
    assertThat(run("--mock", "--feedback", "off"))
        .contains("org.eclipse.jetty:jetty-server 11.0.26 is too old, 12.0 or later is needed");
  }
}
