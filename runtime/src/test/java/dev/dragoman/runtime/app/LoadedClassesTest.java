package dev.dragoman.runtime.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.tool.TrackerResources;
import dev.dragoman.runtime.tool.TrackerServer;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** A server loads what its callers need: what it does not do costs neither time nor memory. */
class LoadedClassesTest {
  private static final String LIST =
      McpClient.message("tools/list", JsonNodeFactory.instance.objectNode());

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    TrackerResources.write(folder);
  }

  @Test
  void stdioLoadsNoHttpAndListingLoadsNeitherIndexNorCatalog() throws Exception {
    Path log = folder.resolve("classes.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                logTo(log),
                "-cp",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                TrackerServer.class.getName(),
                "--stdio",
                "--mock")
            .start();
    process.getOutputStream().write(McpClient.initialized(LIST + "\n").getBytes(UTF_8));
    process.getOutputStream().close();
    String answers = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(answers.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"jsonrpc\""));
    assertThat(Files.readString(log))
        .contains("dev.dragoman.runtime.tool.search.SearchTool ")
        .doesNotContain(
            "dev.dragoman.runtime.transport.http",
            "org.eclipse.jetty",
            "java.net.http",
            "dev.dragoman.runtime.catalog.CatalogResources",
            "dev.dragoman.runtime.search.index.IndexData",
            "dev.dragoman.runtime.validate",
            "com.google.re2j",
            // What takes a third of the start, and is not needed for it
            "tools.jackson.databind.json.JsonMapper",
            "org.slf4j",
            "java.security.SecureRandom ",
            "java.text.SimpleDateFormat",
            "TrackerApi$Issues");
  }

  @Test
  @DisplayName("S3 Without OAuth no class of the JOSE library is loaded, over HTTP or stdio")
  void withoutOAuthNothingOfItIsLoaded() throws Exception {
    Path log = folder.resolve("classes.log");
    try (ServerChild server = new ServerChild(folder, List.of(logTo(log)), "--mock")) {
      McpClient client = server.client("Authorization", "Bearer key");
      assertThat(client.tool("execute", "{\"operation\": \"users_me\"}")).contains("200");
      assertThat(client.with("Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.").post(LIST).body())
          .contains("ACME_JWT_KEYS=true");
      server.stop();
    }

    assertThat(Files.readString(log))
        .contains("dev.dragoman.runtime.auth.HeaderCallerResolver ")
        .doesNotContain("com.nimbusds", "dev.dragoman.runtime.auth.oauth.JwtVerifier");
  }

  @Test
  void thePageIsLoadedWhenSomebodyOpensIt() throws Exception {
    Path log = folder.resolve("classes.log");
    try (ServerChild server = new ServerChild(folder, List.of(logTo(log)), "--mock")) {
      McpClient client = server.client("Authorization", "Bearer key");
      assertThat(client.tool("execute", "{\"operation\": \"users_me\"}")).contains("200");
      assertThat(Files.readString(log))
          .contains("dev.dragoman.runtime.app.DeferredPage ")
          .doesNotContain(
              "dev.dragoman.runtime.page.ServerPage",
              "dev.dragoman.runtime.page.Html",
              "dev.dragoman.runtime.guide");

      assertThat(client.get("/").statusCode()).isEqualTo(200);
      server.stop();
    }

    assertThat(Files.readString(log)).contains("dev.dragoman.runtime.page.ServerPage ");
  }

  private static String logTo(Path file) {
    return "-Xlog:class+load:file=" + file;
  }
}
