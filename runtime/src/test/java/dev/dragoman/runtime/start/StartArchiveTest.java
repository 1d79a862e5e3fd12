package dev.dragoman.runtime.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.app.McpClient;
import dev.dragoman.runtime.start.PackedServer.Ran;
import dev.dragoman.runtime.tool.TrackerServer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** The archives of a server, made and used by JVMs of their own. */
class StartArchiveTest {
  private static final String SESSION =
      McpClient.initialized(
          McpClient.message("tools/list", JsonNodeFactory.instance.objectNode()) + "\n");

  @TempDir private static Path shared;
  private static PackedServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void makeArchives() throws Exception {
    server = PackedServer.in(shared, TrackerServer.class);
    Ran made = server.makeArchives();
    assertThat(made.exit()).isZero();
    assertThat(made.out() + made.err()).isEmpty();
  }

  /** A session over stdio, answered with nothing but messages and without a complaint. */
  private static void answers(Ran ran) {
    assertThat(ran.exit()).isZero();
    assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"jsonrpc\""));
    assertThat(ran.out()).contains("\"search\"");
    assertThat(ran.err()).isEmpty();
  }

  /** The argument file of a transport, with a log of the classes that are loaded. */
  private Path logging(String transport, Path log) throws IOException {
    String text = Files.readString(server.file("server-" + transport + ".args"));
    return Files.writeString(
        folder.resolve("logging.args"),
        text.replace("\n-jar\n", "\n-Xlog:class+load:file=" + log + "\n-jar\n"));
  }

  private Ran started(String archive) throws Exception {
    String text = Files.readString(server.file("server-stdio.args"));
    Path other = folder.resolve("other.args");
    Files.writeString(
        other,
        text.replaceAll("(?m)^-XX:SharedArchiveFile=.*", "-XX:SharedArchiveFile=" + archive));
    return server.run(SESSION, List.of("@" + other, "--mock", "--feedback", "off"));
  }

  @Test
  void anArchiveAndAnArgumentFileForEachTransportAreBesideTheJar() throws IOException {
    String version = System.getProperty("java.runtime.version");
    assertThat(server.files())
        .contains(
            "server-stdio-" + version + ".jsa",
            "server-http-" + version + ".jsa",
            "server-stdio.args",
            "server-http.args")
        .noneMatch(name -> name.contains(".tmp"));
  }

  @Test
  void overStdioTheClassesOfTheFirstListComeFromTheArchive() throws Exception {
    Ran ran =
        server.run(
            SESSION,
            List.of(
                "@" + logging("stdio", folder.resolve("classes.log")),
                "--mock",
                "--feedback",
                "off"));

    answers(ran);
    List<String> loaded = Files.readAllLines(folder.resolve("classes.log"));
    assertThat(loaded)
        .anyMatch(line -> line.contains("dev.dragoman.runtime.server.McpServer source: shared"))
        .anyMatch(line -> line.contains("tools.jackson.databind.JsonNode source: shared"));
    // Linked at run time: string concatenation and methods of records, which no archive has on 17.
    assertThat(loaded.stream().filter(line -> !line.contains("source: shared")))
        .as("classes that the archive does not have")
        .hasSizeLessThan(40);
  }

  @Test
  void overHttpTheServersSocketComesFromTheArchive() throws Exception {
    Path log = folder.resolve("classes.log");
    Process process =
        new ProcessBuilder(
                PackedServer.JAVA,
                "@" + logging("http", log),
                "--port",
                "0",
                "--mock",
                "--feedback",
                "off")
            .redirectErrorStream(true)
            .start();
    try {
      UrlWatch url = new UrlWatch(OutputStream.nullOutputStream());
      Thread reader = new Thread(() -> copy(process, url));
      reader.start();
      String list = McpClient.message("tools/list", JsonNodeFactory.instance.objectNode());
      assertThat(new HttpSession(url.port()).post(list)).contains("200 OK", "\"search\"");
    } finally {
      process.destroy();
      process.waitFor();
    }
    assertThat(Files.readString(log)).contains("org.eclipse.jetty.server.Server source: shared");
  }

  private static void copy(Process process, UrlWatch url) {
    try {
      process.getInputStream().transferTo(url);
    } catch (IOException ended) {
      // With the process.
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing-here.jsa", "text.jsa", "folder", "server-http"})
  void anArchiveThatDoesNotFitIsIgnoredWithoutAWord(String name) throws Exception {
    Files.writeString(folder.resolve("text.jsa"), "no archive\n".repeat(1000), UTF_8);
    Files.createDirectories(folder.resolve("folder"));
    boolean other = name.equals("server-http");
    answers(started((other ? server.archive("http") : folder.resolve(name)).toString()));
  }

  @Test
  void theArchiveOfAnotherJarIsIgnoredWithoutAWord() throws Exception {
    Path moved = PackedServer.in(folder, TrackerServer.class).jar();
    String text = Files.readString(server.file("server-stdio.args"));
    Path other = folder.resolve("moved.args");
    Files.writeString(other, text.replace(server.jar().toString(), moved.toString()));

    answers(server.run(SESSION, List.of("@" + other, "--mock", "--feedback", "off")));
  }

  @Test
  void archivesAreMadeAgainOnlyWhenAJarIsNewer() throws Exception {
    Path jar = PackedServer.in(folder, TrackerServer.class).jar();
    String stdio = server.archive("stdio").getFileName().toString();
    Path archive = Files.copy(server.archive("stdio"), folder.resolve(stdio));
    Path former = Files.writeString(folder.resolve("server-stdio-11.0.1.jsa"), "");
    Path foreign = Files.writeString(folder.resolve("server-stdio-notes.jsa"), "");
    Instant now = Instant.now();
    List<Path> files = new ArrayList<>(List.of(former, foreign, archive, jar));
    try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
      libraries.forEach(files::add);
    }
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(60)));
    }
    List<String> command = List.of("-cp", jar.toString(), StartArchive.class.getName(), "stdio");

    server.run("", command);
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(Files.getLastModifiedTime(jar));

    Path library = files.get(files.size() - 1);
    Files.setLastModifiedTime(library, FileTime.from(now.minusSeconds(30)));
    server.run("", command);
    assertThat(Files.getLastModifiedTime(archive).toInstant()).isAfter(now.minusSeconds(30));
    assertThat(former).doesNotExist();
    assertThat(foreign).exists();
  }

  @Test
  void aServerThatDoesNotStartCostsALine() throws Exception {
    PackedServer broken = PackedServer.in(folder, BrokenServer.class);

    Ran made = broken.makeArchives("stdio");

    assertThat(made.exit()).isZero();
    assertThat(made.out()).isEmpty();
    assertThat(made.err().lines())
        .containsExactly(
            "The server starts without an archive of its classes: the training run ended with exit"
                + " code 3: ACME_REGION is missing");
    assertThat(broken.files()).noneMatch(name -> name.matches(".*([.]jsa|[.]tmp|[.]args).*"));
  }

  @Test
  void withSeveralEntriesTheClassPathIsTheCallersMatter() throws Exception {
    PackedServer own = PackedServer.in(folder, TrackerServer.class);
    Path more = Files.copy(own.jar(), folder.resolve("more.jar"));

    own.run(
        "",
        List.of(
            "-cp",
            own.jar() + File.pathSeparator + more,
            StartArchive.class.getName(),
            "stdio",
            TrackerServer.class.getName()));

    assertThat(own.archive("stdio")).exists();
    assertThat(folder.resolve("server-stdio.args")).doesNotExist();
  }
}
