package dev.dragoman.openapigenerator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.codegen.OpenAPIGenerator;

/** The command line of OpenAPI Generator with the packed jar, as a process. */
class GeneratorJarTest {
  private static final String LAMPS =
      """
      openapi: %s
      info: {title: Lamp API, version: '1', description: "%s"}
      servers: [{url: 'https://lamps.example'}]
      paths:
        /lamps:
          get: {operationId: listLamps, deprecated: true, responses: {'200': {description: x}}}
          post: {operationId: addLamp, responses: {'201': {description: x}}}
      """;
  private static final int MAX_SECONDS = 120;

  @TempDir Path folder;

  /** What a run printed, and its exit code. */
  private record Outcome(int code, String text) {}

  @ParameterizedTest
  @ValueSource(
      strings = {"clinic.yaml", "harbor.json", "petshop.yaml", "polar.yaml", "polytomic.yaml"})
  void theBytesAreDragomansOwn(String name) throws Exception {
    assertSameBytesOf(name);
  }

  /** Their reader misses parts of this document that ours does not need. */
  @Test
  void theBytesAreDragomansOwnWithoutTheirValidation() throws Exception {
    assertSameBytesOf("library.yaml", "--skip-validate-spec");
  }

  private void assertSameBytesOf(String name, String... more) throws Exception {
    Path document = Path.of(System.getProperty("samples"), name).toRealPath();
    List<String> options = new ArrayList<>(List.of("--package-name", "com.example.api"));
    options.addAll(List.of(more));
    Outcome outcome = generate(document, options.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.text()).isZero();
    assertSameBytes(document, GenerationOptions.inPackage("com.example.api"));
  }

  @Test
  void aNewVersionThatTheirReaderDoesNotKnow() throws Exception {
    Path document = write(LAMPS.formatted("3.2.0", ""));
    assertThat(theirs(document).code()).as("their generator refuses it").isNotZero();
    assertThat(generate(document, "--package-name", "a.b").code()).isZero();
    assertSameBytes(document, GenerationOptions.inPackage("a.b"));
  }

  @Test
  void aYamlDocumentThatIsTooLargeForTheirReader() throws Exception {
    Path document = write(LAMPS.formatted("3.1.0", "word ".repeat(900_000)));
    assertThat(theirs(document).code()).as("their generator refuses it").isNotZero();
    assertThat(generate(document, "--package-name", "a.b").code()).isZero();
    assertSameBytes(document, GenerationOptions.inPackage("a.b"));
  }

  @Test
  void aDocumentThatTheirReaderComplainsAboutNeedsAnOption() throws Exception {
    Path document = write(LAMPS.formatted("3.0.3", "").replace("version: '1', ", ""));
    assertThat(theirs(document).code()).as("their generator refuses it").isNotZero();
    Outcome checked = generate(document, "--package-name", "a.b");
    assertThat(checked.code()).isNotZero();
    assertThat(checked.text()).contains("--skip-validate-spec");
    assertThat(generate(document, "--package-name", "a.b", "--skip-validate-spec").code()).isZero();
    assertSameBytes(document, GenerationOptions.inPackage("a.b"));
  }

  @Test
  void optionsAreMappedAndOthersNamed() throws Exception {
    Path document = write(LAMPS.formatted("3.0.3", ""));
    Outcome outcome =
        generate(
            document,
            "--invoker-package",
            "com.acme",
            "--model-package",
            "com.acme.model",
            "--additional-properties",
            "apiName=Acme,excludeDeprecated=true,baseUrl=https://acme.example,apiNam=x",
            "--type-mappings",
            "a=b",
            "--global-property",
            "models");
    assertThat(outcome.code()).as(outcome.text()).isZero();
    assertThat(outcome.text())
        .contains("The property apiNam has no effect")
        .contains("Did you mean apiName?")
        .contains("The property modelPackage has no effect")
        .contains("The option type-mappings has no effect")
        .contains("The global property models has no effect")
        .contains("Lamp API: 1 operations (0 read, 1 write, 0 destructive)")
        .contains("Main class com.acme.AcmeServer");
    assertThat(out().resolve("src/main/java/com/acme/AcmeApi.java"))
        .content()
        .contains("https://acme.example");
  }

  @Test
  void theIgnoreFileIsHeeded() throws Exception {
    Path document = write(LAMPS.formatted("3.0.3", ""));
    Files.createDirectories(out().resolve("src/main/java/a/b"));
    Path own = Files.writeString(out().resolve("src/main/java/a/b/LampServer.java"), "// mine\n");
    Files.writeString(
        out().resolve(".openapi-generator-ignore"), "**/LampServer.java\nreports/**\n");
    assertThat(generate(document, "--package-name", "a.b").code()).isZero();
    assertThat(own).hasContent("// mine");
    assertThat(out().resolve("src/main/java/a/b/LampApi.java")).isRegularFile();
    assertThat(out().resolve("reports/a.b.md")).doesNotExist();
  }

  @Test
  void aFaultIsOneMessageWithItsPlace() throws Exception {
    Outcome outcome = generate(write("openapi: 3.0.3\ninfo: {title: [\n"), "--package-name", "a.b");
    assertThat(outcome.code()).isNotZero();
    assertThat(outcome.text())
        .contains("Cannot generate a server from the OpenAPI document:")
        .contains("api.yaml:3:1")
        .doesNotContain("\tat dev.dragoman.");
    assertThat(out().resolve("src")).doesNotExist();
  }

  @Test
  void aDryRunWritesNothing() throws Exception {
    Path document = write(LAMPS.formatted("3.0.3", ""));
    assertThat(generate(document, "--dry-run").code()).isZero();
    assertThat(out()).doesNotExist();
  }

  private void assertSameBytes(Path document, GenerationOptions options) throws IOException {
    OutputFolders ours = OutputFolders.below(folder.resolve("ours"));
    Generator.generate(new GenerationRequest(SpecInput.of(document), options, ours, "test"));
    assertThat(files(out().resolve("src/main/java"))).isEqualTo(files(ours.sources()));
    assertThat(files(out().resolve("src/main/resources"))).isEqualTo(files(ours.resources()));
    assertThat(files(ours.sources())).hasSizeGreaterThan(3);
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            root.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private Path write(String document) throws IOException {
    return Files.writeString(folder.resolve("api.yaml"), document);
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Outcome generate(Path document, String... more) throws Exception {
    return run("dragoman", document, out(), more);
  }

  private Outcome theirs(Path document) throws Exception {
    return run("java", document, folder.resolve("theirs"));
  }

  private Outcome run(String generator, Path document, Path out, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("dragoman.jar") + File.pathSeparator + theirJar());
    command.add("org.openapitools.codegen.OpenAPIGenerator");
    command.addAll(List.of("generate", "-g", generator));
    command.addAll(List.of("-i", document.toString(), "-o", out.toString()));
    command.addAll(List.of(more));
    File log = folder.resolve("log.txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("CI");
    Process process = builder.redirectOutput(log).start();
    if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("still running: " + command);
    }
    return new Outcome(process.exitValue(), Files.readString(log.toPath()));
  }

  private static Path theirJar() throws URISyntaxException {
    return Path.of(
        OpenAPIGenerator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
