package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandJar.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server from the jar alone: generated, compiled and run, and ended with its input. */
class ServeJarTest {
  private static final String LAMPS =
      """
      openapi: 3.1.0
      info: {title: Lamp API, version: '1'}
      servers: [{url: 'https://lamps.example'}]
      paths:
        /lamps:
          get:
            operationId: listLamps
            responses:
              '200':
                description: x
                content: {application/json: {schema: {type: object}, example: {lamp: green}}}
      """;
  private static final String BELLS =
      LAMPS.replace("Lamp", "Bell").replace("lamp", "bell").replace("green", "ringing");
  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
      "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
      {"jsonrpc":"2.0","method":"notifications/initialized"}
      """;

  @TempDir Path folder;
  private CommandJar jar;

  @BeforeEach
  void document() throws IOException {
    Files.writeString(folder.resolve("lamps.yaml"), LAMPS);
    jar = new CommandJar(folder);
  }

  @Test
  void toolsAnswerOverStandardInputAndOutput() throws Exception {
    List<String> lines =
        session(
            List.of("serve", "lamps.yaml", "--stdio", "--mock"),
            INITIALIZE
                + """
                {"jsonrpc":"2.0","id":2,"method":"tools/list"}
                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"execute",\
                "arguments":{"operation":"listLamps"}}}
                """,
            3);
    assertThat(lines).as("nothing but messages").allMatch(line -> line.startsWith("{\"jsonrpc\""));
    assertThat(lines.get(1)).contains("\"search\"", "\"execute\"");
    assertThat(lines.get(2)).contains("green");
    assertThat(folder.resolve("cache/dragoman")).isDirectory();
  }

  @Test
  void severalDocumentsAreOneServer() throws Exception {
    Files.writeString(folder.resolve("bells.yaml"), BELLS);
    List<String> lines =
        session(
            List.of("serve", "lamps.yaml", "Door Bell=bells.yaml", "--stdio", "--mock"),
            INITIALIZE
                + """
                {"jsonrpc":"2.0","id":2,"method":"tools/list"}
                {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"execute",\
                "arguments":{"operation":"door-bell:listBells"}}}
                {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"execute",\
                "arguments":{"operation":"lamps:listLamps"}}}
                """,
            4);
    assertThat(lines).as("nothing but messages").allMatch(line -> line.startsWith("{\"jsonrpc\""));
    assertThat(lines.get(0)).contains("all-apis-mcp-server");
    assertThat(lines.get(1)).contains("\"enum\":[\"lamps\",\"door-bell\"]");
    assertThat(lines).anyMatch(line -> line.contains("\"id\":3,") && line.contains("ringing"));
    assertThat(lines).anyMatch(line -> line.contains("\"id\":4,") && line.contains("green"));
  }

  @Test
  void whatIsWrongWithSeveralDocumentsIsToldAtOnce() throws Exception {
    Files.createDirectory(folder.resolve("other"));
    Files.writeString(folder.resolve("other/lamps.yaml"), BELLS);
    Outcome namesakes = jar.run("serve", "lamps.yaml", "other/lamps.yaml", "--build-only");
    assertThat(namesakes.code()).isEqualTo(1);
    assertThat(namesakes.err())
        .contains("two APIs have the name lamps. Name one of them: NAME=FILE.");
    Files.writeString(folder.resolve("bad.yaml"), "openapi: 3.1.0\n\tpaths: {}\n");
    Files.writeString(folder.resolve("cut.json"), "{\"openapi\": ");
    Outcome two = jar.run("serve", "bad.yaml", "lamps.yaml", "cut.json", "--build-only");
    assertThat(two.code()).isEqualTo(1);
    assertThat(two.err()).contains("2 of 3 APIs", "bad.yaml:2", "cut.json:1:");
    Outcome none = jar.run("serve", "none.yaml", "lamps.yaml", "Other=nothing.yaml");
    assertThat(none.err()).contains("none.yaml: file not found", "nothing.yaml: file not found");
    assertThat(jar.run("serve", "lamps.yaml", "bad.yaml", "--name", "Lamp").err())
        .contains("Give each API its name as NAME=FILE, and the server one with --combined-name.");
    assertThat(jar.run("serve", "lamps.yaml", "--combined-name", "Office").err())
        .contains("name more than one document");
  }

  @Test
  void theFolderOfOneServerCanBecomeThatOfAnother() throws Exception {
    Files.writeString(folder.resolve("bells.yaml"), BELLS);
    String[] one = {"serve", "lamps.yaml", "--out", "built", "--build-only"};
    String[] both = {
      "serve",
      "lamps.yaml",
      "bells.yaml",
      "--combined-name",
      "Office",
      "--out",
      "built",
      "--build-only"
    };
    assertThat(jar.run(one).code()).isZero();
    Outcome several = jar.run(both);
    assertThat(several.code()).as(several.err()).isZero();
    Path sources = folder.resolve("built/generated/sources/server");
    assertThat(sources.resolve("OfficeServer.java")).isRegularFile();
    assertThat(sources.resolve("LampServer.java")).doesNotExist();
    // On a busy machine, even a command that builds nothing tells that it is starting.
    assertThat(jar.run(both).err().lines())
        .as("up to date")
        .allMatch(line -> line.startsWith("starting, "));
    assertThat(jar.run(one).code()).isZero();
    assertThat(sources.resolve("LampServer.java")).isRegularFile();
    assertThat(sources.resolve("OfficeServer.java")).doesNotExist();
    Outcome help = jar.run("serve", "lamps.yaml", "--out", "built", "--", "--help");
    assertThat(help.out()).contains("--base-url").doesNotContain("OFFICE_");
  }

  @Test
  void scriptsRunWithTheLibrariesInTheJar() throws Exception {
    List<String> lines =
        session(
            List.of("serve", "lamps.yaml", "--scripts", "--stdio", "--mock", "--out", "built"),
            INITIALIZE
                + """
                {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"run_script",\
                "arguments":{"script":"return 40 + 2;"}}}
                """,
            2);
    assertThat(lines.get(1)).contains("42");
    assertThat(folder.resolve("built/server.jar")).isRegularFile();
  }

  @Test
  void whatTheServerShouldKnowIsPassedOn() throws Exception {
    Outcome help = jar.run("serve", "lamps.yaml", "--", "--help");
    assertThat(help.code()).as(help.err()).isZero();
    assertThat(help.out() + help.err()).contains("--access-ceiling");
    Outcome unknown = jar.run("serve", "lamps.yaml", "--no-such-flag");
    assertThat(unknown.code()).isNotZero();
    assertThat(unknown.err()).contains("--no-such-flag");
  }

  @Test
  void withoutACompilerTheMessageSaysWhatIsMissing() throws Exception {
    Outcome outcome =
        new CommandJar(folder)
            .java("--limit-modules=java.se,jdk.zipfs,jdk.unsupported")
            .run("serve", "lamps.yaml", "--build-only");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("No Java compiler is available; run with JDK 17 or later.");
  }

  @Test
  void aDocumentThatIsNotThereOrNotAFileIsRefused() throws Exception {
    assertThat(jar.run("serve", "none.yaml").err()).contains("none.yaml: file not found");
    Outcome address = jar.run("serve", "https://api.example.com/openapi.yaml");
    assertThat(address.code()).isEqualTo(1);
    assertThat(address.err()).contains("vendor https://api.example.com/openapi.yaml");
  }

  /** Sends messages, reads answers, and ends the input: the server ends with it. */
  private List<String> session(List<String> arguments, String messages, int answers)
      throws IOException, InterruptedException {
    Path err = folder.resolve("stderr.txt");
    Process process =
        jar.builder(arguments.toArray(String[]::new)).redirectError(err.toFile()).start();
    List<String> lines = new ArrayList<>();
    try (OutputStream in = process.getOutputStream();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      in.write(messages.getBytes(StandardCharsets.UTF_8));
      in.flush();
      while (lines.size() < answers) {
        String line = out.readLine();
        if (line == null) {
          throw new IOException("ended after " + lines + ": " + Files.readString(err));
        }
        lines.add(line);
      }
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends with its input").isTrue();
    return lines;
  }
}
