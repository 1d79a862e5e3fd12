package dev.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.cli.CommandJar.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each command, as a process, with its exit code and what it prints where. */
class CommandsJarTest {
  private static final String LAMPS =
      """
      openapi: 3.1.0
      info: {title: Lamp API, version: '1'}
      servers: [{url: 'https://lamps.example'}]
      paths:
        /lamps:
          get: {operationId: listLamps, responses: {'200': {description: x}}}
      """;
  private static final String MORE =
      LAMPS
          + """
              post: {operationId: addLamp, responses: {'201': {description: x}}}
          """;

  @TempDir Path folder;
  private CommandJar jar;

  @BeforeEach
  void documents() throws IOException {
    Files.writeString(folder.resolve("lamps.yaml"), LAMPS);
    Files.writeString(folder.resolve("more.yaml"), MORE);
    jar = new CommandJar(folder);
  }

  @Test
  void generateReportsLikeTheGoalAndDoesNothingTheSecondTime() throws Exception {
    String[] command = {
      "generate", "lamps.yaml", "--package", "com.example.lamps", "--name", "Lamp"
    };
    Outcome first = jar.run(command);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out()).as("standard output is for what was asked for").isEmpty();
    assertThat(first.err())
        .contains("Lamp API: 1 operations (1 read, 0 write, 0 destructive)")
        .contains("no lock: all operations are exposed")
        .contains("Main class com.example.lamps.LampServer; sources in generated")
        .contains("accept lamps.yaml --package com.example.lamps --name Lamp");
    assertThat(folder.resolve("generated/sources/com/example/lamps/LampServer.java"))
        .isRegularFile();
    assertThat(jar.run(command).err())
        .isEqualToIgnoringNewLines("lamps.yaml: nothing has changed since the last run.");
  }

  @Test
  void theConfigurationFileNamesThePackageUnlessAnOptionDoes() throws Exception {
    Files.writeString(folder.resolve("config.yaml"), "{packageName: com.example.lamps}");
    String[] command = {"generate", "lamps.yaml", "--config", "config.yaml", "--name", "Lamp"};
    assertThat(jar.run(command).err()).contains("Main class com.example.lamps.LampServer");
    assertThat(jar.run("generate", "lamps.yaml", "--config", "config.yaml", "--package", "a").err())
        .contains("Main class a.Lamp");
  }

  @Test
  void acceptGenerateAndDiffShareTheLock() throws Exception {
    assertThat(jar.run("diff", "lamps.yaml").err()).contains("the lock file does not exist");
    assertThat(jar.run("accept", "lamps.yaml").err()).contains("lamps.yaml.lock: 1 operations");
    assertThat(jar.run("diff", "lamps.yaml").code()).isZero();
    Files.writeString(folder.resolve("lamps.yaml"), MORE);
    Outcome changed = jar.run("diff", "lamps.yaml", "--fail-on", "widening");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).contains("addLamp");
    assertThat(changed.err()).contains("--fail-on is widening.");
    Outcome generated = jar.run("generate", "lamps.yaml");
    assertThat(generated.code()).as("a warning").isZero();
    assertThat(generated.err()).contains("DRG-LOCK-004", "1 operations (1 read");
    Outcome onServer = new CommandJar(folder, Map.of("CI", "1")).run("generate", "lamps.yaml");
    assertThat(onServer.code()).isEqualTo(1);
    assertThat(onServer.err()).contains("does not match its lock").contains("accept lamps.yaml");
  }

  @Test
  void aBreakingChangeIsAnExitCode() throws Exception {
    Outcome removed = jar.run("diff", "more.yaml", "lamps.yaml");
    assertThat(removed.code()).isEqualTo(1);
    assertThat(removed.out()).contains("addLamp");
    assertThat(jar.run("diff", "more.yaml", "lamps.yaml", "--fail-on", "never").code()).isZero();
    assertThat(jar.run("diff", "lamps.yaml", "more.yaml").code()).as("only wider").isZero();
  }

  @Test
  void describePrintsForPeopleAndPrograms() throws Exception {
    assertThat(jar.run("describe", "more.yaml").out())
        .contains("read        listLamps (GET /lamps)");
    assertThat(jar.run("describe", "more.yaml", "--format", "json").out())
        .startsWith("{")
        .contains("\"id\": \"addLamp\"");
  }

  @Test
  void vendorRecordsTheSourceAndRefreshes() throws Exception {
    assertThat(jar.run("vendor", "lamps.yaml").code()).isZero();
    Path copy = folder.resolve("src/main/openapi/lamp/openapi.yaml");
    assertThat(copy).hasContent(LAMPS.strip());
    Files.writeString(folder.resolve("lamps.yaml"), MORE);
    Outcome again = jar.run("vendor", "--vendor", "lamp");
    assertThat(again.err()).contains("addLamp").contains("written, sha256");
    assertThat(copy).hasContent(MORE.strip());
  }

  @Test
  void whatKeepsADocumentFromBeingFetchedNamesTheOptionsOfTheCommand() throws Exception {
    String[][] calls = {
      {"vendor", "--vendor", "none"},
      {"vendor", "lamps.yaml", "--max-bytes", "10"},
      {"vendor", "http://user:secret@127.0.0.1:1/x.yaml"},
      {"vendor", "http://127.0.0.1:1/x.yaml"},
      {"init", "http://127.0.0.1:1/x.yaml", "--offline"}
    };
    String[] advice = {
      "use --vendor NAME.",
      "Raise the limit with --max-bytes N.",
      "--token-variable.",
      "Check the URL and the network.",
      "Run without --offline, or specify a file."
    };
    for (int i = 0; i < calls.length; i++) {
      Outcome refused = jar.run(calls[i]);
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err().strip()).endsWith(advice[i]);
    }
  }

  @Test
  void initWritesAModuleOfThisVersion() throws Exception {
    Outcome outcome = jar.run("init", "lamps.yaml", "--directory", "module");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("a module with 1 operations");
    assertThat(folder.resolve("module/pom.xml"))
        .content()
        .contains("<artifactId>lamp-mcp-server</artifactId>")
        .contains(version());
    assertThat(jar.run("init", "lamps.yaml", "--directory", "module").code())
        .as("overwrites nothing")
        .isEqualTo(1);
  }

  private String version() throws IOException, InterruptedException {
    return jar.run("--version").out().replaceFirst("^dragoman ", "").strip();
  }

  @Test
  void problemsHaveTheirPlaceAndTheExitCodeOne() throws Exception {
    Files.writeString(folder.resolve("bad.json"), "{\"openapi\": \"3.0.0\", ");
    Outcome outcome = jar.run("generate", "bad.json");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("Cannot generate a server from the OpenAPI document:")
        .contains("bad.json:1:");
    assertThat(folder.resolve("generated")).doesNotExist();
    Outcome address = jar.run("generate", "https://api.example.com/openapi.yaml");
    assertThat(address.code()).isEqualTo(1);
    assertThat(address.err())
        .contains("FILE https://api.example.com/openapi.yaml: A URL is not allowed here")
        .contains("vendor https://api.example.com/openapi.yaml");
    assertThat(jar.run("generate").err()).contains("Name a FILE, or a folder");
  }

  @Test
  void wrongArgumentsHaveTheExitCodeTwo() throws Exception {
    Outcome unknown = jar.run("generate", "lamps.yaml", "--pakage", "a.b");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("Unknown option: --pakage. Did you mean --package?");
    assertThat(jar.run("genrate").err()).contains("Did you mean generate?");
    assertThat(jar.run().code()).isEqualTo(2);
  }

  /** The command of the Gradle task in docs/cli.md: a main class on a class path. */
  @Test
  void aJavaExecTaskRunsTheSameCommand() throws Exception {
    String[] command = {"generate", "lamps.yaml", "--package", "a.b", "--out"};
    String[] started =
        Stream.of(command, new String[] {"jar"}).flatMap(Stream::of).toArray(String[]::new);
    assertThat(jar.run(started).code()).isZero();
    started[started.length - 1] = "class";
    assertThat(jar.asMainClass().run(started).code()).isZero();
    assertThat(folder.resolve("class/sources/a/b/LampApi.java"))
        .hasSameBinaryContentAs(folder.resolve("jar/sources/a/b/LampApi.java"));
  }
}
