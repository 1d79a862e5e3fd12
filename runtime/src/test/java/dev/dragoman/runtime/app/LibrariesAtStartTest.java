package dev.dragoman.runtime.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.TrackerResources;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with libraries that say that they are too old; the plugin's integration test
 * managed-versions has really old ones.
 */
class LibrariesAtStartTest {
  @TempDir Path folder;
  private String libraries = System.getProperty("java.class.path");

  @BeforeEach
  void write() throws IOException {
    TrackerResources.write(folder);
  }

  /** Puts a jar of that version before the others, which has nothing else in it. */
  private void library(String group, String artifact, String version) throws IOException {
    Path jar = folder.resolve(artifact + "-" + version + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(
          new ZipEntry("META-INF/maven/" + group + "/" + artifact + "/pom.properties"));
      zip.write(("version=" + version + "\n").getBytes(UTF_8));
    }
    libraries = jar + File.pathSeparator + libraries;
  }

  private String run(String... flags) throws Exception {
    try (ServerChild server = new ServerChild(folder, libraries, List.of(), flags)) {
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

  /** A name alone refuses nothing: what Maven wrote into the jar counts. */
  @Test
  void aRenamedJarIsNotTakenForAnOldOne() throws Exception {
    Path jar = folder.resolve("httpclient5-4.0.jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      new ZipOutputStream(out).close();
    }
    libraries = jar + File.pathSeparator + libraries;
    try (ServerChild server = new ServerChild(folder, libraries, List.of(), "--mock")) {
      assertThat(server.client().get("/healthz").statusCode()).isEqualTo(200);
    }
  }
}
