package dev.dragoman.example.polar.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts of the README, run against the server's tools as an HTTP API. */
class OpenApiScriptsTest {
  private static final String AUDIT = "total_sales: 1000 (before: 800), most: Email";

  @TempDir Path folder;
  private final PolarUpstream api = new PolarUpstream();

  @AfterEach
  void close() {
    api.close();
  }

  private PolarProcess server() throws Exception {
    return new PolarProcess(Map.of(), "--open-api", "--base-url", api.url());
  }

  private record Ended(int status, String out, String err) {}

  /** Runs a program with a key, unless the machine does not have it. */
  private Ended run(String program, String... arguments) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
        program + " is not installed");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("POLAR_API_KEY", "polar_oat_7");
    int status = builder.start().waitFor();
    return new Ended(status, Files.readString(out).strip(), Files.readString(err).strip());
  }

  @Test
  void python() throws Exception {
    try (PolarProcess server = server()) {
      Ended good = run("python3", "scripts/audit.py", server.url().toString());
      assertThat(good.out()).as(good.err()).startsWith(AUDIT);
      assertThat(api.requests()).hasSize(2).allMatch(sent -> sent.contains("polar_oat_7"));
      Ended bad = run("python3", "scripts/audit.py", server.url().toString(), "a", "a");
      assertThat(bad.status()).isEqualTo(1);
      assertThat(bad.err()).contains("#/metric_names", "400 Bad Request");
      Ended limited = run("python3", "scripts/audit.py", server.url().toString(), "limited");
      assertThat(limited.err()).contains("429 Too Many Requests");
    }
  }

  @Test
  void node() throws Exception {
    try (PolarProcess server = server()) {
      Ended good = run("node", "scripts/audit.mjs", server.url().toString());
      assertThat(good.out()).as(good.err()).startsWith(AUDIT);
      assertThat(api.requests()).hasSize(2).allMatch(sent -> sent.contains("polar_oat_7"));
      Ended bad = run("node", "scripts/audit.mjs", server.url().toString(), "a", "a");
      assertThat(bad.status()).isEqualTo(1);
      assertThat(bad.err()).contains("#/metric_names", "400 Bad Request");
    }
  }

  @Test
  void curlThroughBothDoors() throws Exception {
    assumeTrue(run("curl", "--version").status() == 0);
    try (PolarProcess server = server()) {
      Ended ended = run("bash", "scripts/audit.sh", server.url().toString());
      assertThat(ended.status()).as(ended.err()).isZero();
      List<String> lines = ended.out().lines().toList();
      assertThat(lines).hasSize(2);
      JsonNode plain = JsonMapper.shared().readTree(lines.get(0));
      JsonNode mcp = JsonMapper.shared().readTree(lines.get(1));
      assertThat(plain.at("/metrics/0/delta").intValue()).isEqualTo(200);
      assertThat(mcp.at("/result/structuredContent")).isEqualTo(plain);
    }
  }

  /** The description is itself a document for which a server can be generated. */
  @Test
  void ourReaderAcceptsTheDescription() throws Exception {
    Path document = folder.resolve("openapi.json");
    try (PolarProcess server = server()) {
      Files.writeString(document, server.get("/openapi.json").body(), StandardCharsets.UTF_8);
    }
    Problems problems = new Problems();
    var model = SpecReader.read(document, problems);
    assertThat(problems.all()).isEmpty();
    assertThat(model.operations())
        .extracting(operation -> operation.operationId().orElse(""))
        .containsExactly(
            "search",
            "execute",
            "get_metrics",
            "generate_report",
            "list_dashboards",
            "audit_performance");
  }
}
