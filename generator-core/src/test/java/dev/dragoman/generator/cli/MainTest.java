package dev.dragoman.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private int run(String... args) {
    PrintStream stream = new PrintStream(log, true, StandardCharsets.UTF_8);
    return CommandLines.of(new Main(stream))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .execute(args);
  }

  private int build(String document, String... more) throws IOException {
    Path spec = Files.writeString(folder.resolve("api.yaml"), document);
    Path lib = Files.createDirectories(folder.resolve("lib"));
    List<String> needed =
        List.of("--spec", spec + "", "--out", folder.resolve("out") + "", "--lib", lib + "");
    return run(Stream.of(needed, List.of(more)).flatMap(List::stream).toArray(String[]::new));
  }

  @Test
  void aServerIsBuiltOnceForTheSameInput() throws IOException {
    libraries(Files.createDirectories(folder.resolve("lib")));
    String document =
        "{openapi: 3.1.0, info: {title: Lamps, version: '1'}, servers: [{url: 'https://l.example'}],"
            + " paths: {/lamps: {get: {operationId: list, responses: {'200': {description: x}}}}}}";
    assertThat(build(document)).as(log.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(folder.resolve("out/server.jar")).isRegularFile();
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("1 operation");
    log.reset();
    assertThat(build(document)).isZero();
    assertThat(log.size()).isZero();
    assertThat(out + "" + err).isEmpty();
  }

  @Test
  void aRefusedDocumentAndARefusedConfigurationEndWith1() throws IOException {
    assertThat(build("{openapi: 3.1.0, paths: 7}")).isEqualTo(1);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("api.yaml:1:");
    Path config = Files.writeString(folder.resolve("config.yaml"), "{name: Lamps}");
    assertThat(build("{}", "--config", config.toString())).isEqualTo(1);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("config.yaml:1:8");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpDescribesEveryOptionOnStandardOutput() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString())
        .contains("--spec=FILE", "--root=DIR", "--out=DIR", "--lib=DIR", "--config=FILE")
        .contains(
            "--overlay=FILE",
            "--name=WORD",
            "--package=NAME",
            "--semantic=DIR",
            "--scripts=DIR",
            "--strict")
        .contains("Exit codes:");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(run("--spce", "api.yaml", "--lib", "lib", "--strikt", "extra", "more")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "Missing required options: '--spec=FILE', '--out=DIR'",
            "Unknown option: --spce. Did you mean --spec?",
            "Unknown option: --strikt. Did you mean --strict?",
            "Unexpected argument: more",
            "See dragoman-generator --help");
    assertThat(out + log.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--otu=x             | Unknown option: --otu. Did you mean --out?",
        "--over_lay x        | Unknown option: --over_lay. Did you mean --overlay?",
        "-spec x             | Unknown option: -spec. Did you mean --spec?",
        "--name              | Missing required parameter for option '--name' (WORD)",
        "--name --strict     | Expected parameter for option '--name' but found '--strict'",
        "--entirely-else     | Unknown option: --entirely-else",
        "--spec @api.yaml x  | Unexpected argument: x",
        "--strict=perhaps    | Invalid value for option '--strict': 'perhaps' is not a boolean",
        "lone                | Unexpected argument: lone"
      })
  void aWrongArgumentIsNamed(String arguments, String message) {
    assertThat(run(arguments.split(" +", -1))).isEqualTo(2);
    assertThat(err.toString().lines()).contains(message).endsWith("See dragoman-generator --help");
  }

  /** The class path of this test as a folder of archives, as a build has them beside a server. */
  private static void libraries(Path lib) throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isRegularFile(path)) {
        Files.createLink(lib.resolve(path.getFileName()), path);
      } else if (path.endsWith("runtime/target/classes")) {
        pack(path, lib.resolve("dragoman-runtime.jar"));
      }
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream archive = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        archive.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, archive);
        archive.closeEntry();
      }
    }
  }
}
