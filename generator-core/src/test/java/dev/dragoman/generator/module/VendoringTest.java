package dev.dragoman.generator.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.Generator;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.diff.Change;
import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.testing.FileServer;
import dev.dragoman.generator.testing.Trees;
import dev.dragoman.generator.vendor.Documents;
import dev.dragoman.generator.vendor.FetchOptions;
import dev.dragoman.generator.write.OutputFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendoringTest {
  private static final String SPEC =
      """
      openapi: 3.0.3
      info: {title: Desk Lamp API, version: "1", license: {name: MIT, url: "https://l.example"}}
      servers: [{url: "https://lamp.example"}]
      paths:
        /lamps:
          get: {operationId: listLamps, responses: {"200": {description: OK}}}
      """;
  private static final String NEWER = SPEC.replace("listLamps", "allLamps");

  @TempDir Path folder;
  private FileServer server;
  private Path specs;
  private final List<Comparison> told = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server = FileServer.start().put("/lamp.yaml", "application/yaml", SPEC);
    specs = folder.resolve("src/main/openapi");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aDocumentStandsInItsFolderWithItsSource() throws IOException {
    Vendoring.Outcome outcome = vendor(server.url("/lamp.yaml"));
    assertThat(outcome.document()).isEqualTo(specs.resolve("desk-lamp/openapi.yaml"));
    assertThat(outcome.document()).hasContent(SPEC.strip());
    assertThat(Files.readAllLines(specs.resolve("desk-lamp/SOURCE.txt")))
        .containsExactly(
            "source: " + server.url("/lamp.yaml"),
            "date: 2026-11-21",
            "sha256: " + Documents.sha256(SPEC.getBytes(StandardCharsets.UTF_8)),
            "license: MIT https://l.example",
            "title: Desk Lamp API 1",
            "document: openapi.yaml");
    assertThat(told).isEmpty();
  }

  @Test
  void refreshingTellsTheChangesFirst() throws IOException {
    vendor(server.url("/lamp.yaml"));
    server.remove("/lamp.yaml");
    server.put("/lamp.yaml", "text/plain", NEWER);
    Path document = specs.resolve("desk-lamp/openapi.yaml");

    Vendoring.Outcome dry =
        Vendoring.vendor(request(Optional.empty(), Optional.of("desk-lamp"), true), told::add);
    assertThat(dry.written()).isFalse();
    assertThat(document).hasContent(SPEC.strip());

    Vendoring.vendor(
        request(Optional.empty(), Optional.of("desk-lamp"), false),
        changes -> {
          assertThat(document).as("still the old one").hasContent(SPEC.strip());
          told.add(changes);
        });
    assertThat(document).hasContent(NEWER.strip());
    assertThat(told).hasSize(2);
    assertThat(told.get(1).changes()).extracting(Change::code).containsExactly("operation-renamed");
  }

  @Test
  void theSameDocumentChangesNothing() throws IOException {
    vendor(server.url("/lamp.yaml"));
    assertThat(vendor(server.url("/lamp.yaml")).written()).isFalse();
  }

  @Test
  void aFileComesWithTheFilesItRefersTo() throws IOException {
    Path source = Files.createDirectories(folder.resolve("theirs/parts"));
    Files.writeString(source.resolve("id.yaml"), "type: string\n");
    Path spec = source.resolveSibling("lamp.yaml");
    Files.writeString(
        spec,
        SPEC.replace(
            "operationId: listLamps,",
            "operationId: listLamps, parameters: [{name: id, in: query, schema: {$ref:"
                + " parts/id.yaml}}],"));
    vendor("theirs/lamp.yaml");
    assertThat(Trees.read(specs))
        .containsOnlyKeys("desk-lamp/SOURCE.txt", "desk-lamp/lamp.yaml", "desk-lamp/parts/id.yaml");
    assertThat(
            Generator.generate(
                new GenerationRequest(
                    SpecInput.of(specs.resolve("desk-lamp/lamp.yaml")),
                    GenerationOptions.inPackage("a"),
                    OutputFolders.below(folder.resolve("out")),
                    "1")))
        .isNotNull();
  }

  @Test
  void jsonIsKnownByWhatItHolds() throws IOException {
    server.put(
        "/openapi",
        "text/plain",
        "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"A\","
            + "\"version\": \"1\"}, \"paths\": {}}");
    assertThat(vendor(server.url("/openapi")).document()).hasFileName("openapi.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/page;DRG-VENDOR-001;a web page",
        "/pretends;DRG-VENDOR-001;a web page",
        "/missing;DRG-VENDOR-001;responded with status 404",
        "/closed;DRG-VENDOR-001;responded with status 401",
        "/elsewhere;DRG-VENDOR-002;another host: http://other.example/lamp.yaml",
        "/loop;DRG-VENDOR-001;Too many redirects",
        "/large;DRG-VENDOR-003;larger than 2000 bytes",
        "/broken;DRG-SPEC-;/broken:3:",
        "/refers;DRG-SPEC-;parts/id.yaml",
      })
  void whatCannotBeTakenLeavesTheOldState(String path, String code, String words)
      throws IOException {
    vendor(server.url("/lamp.yaml"));
    Map<String, String> before = Trees.read(folder);
    server
        .put("/page", "text/html; charset=utf-8", "hello")
        .put("/pretends", "application/yaml", "\n<!DOCTYPE html><html></html>")
        .answer("/missing", 404, "X", "y", "{}")
        .answer("/closed", 401, "X", "y", "{}")
        .answer("/elsewhere", 302, "Location", "http://other.example/lamp.yaml", "")
        .answer("/loop", 302, "Location", "/loop", "")
        .put("/large", "application/yaml", SPEC + "#".repeat(2000))
        .put("/broken", "application/yaml", "openapi: 3.0.3\ninfo: {title: a}\n\tpaths: {}\n")
        .put(
            "/refers",
            "application/yaml",
            SPEC.replace("/lamps:\n", "/lamps:\n    $ref: parts/id.yaml\n"));

    GenerationException refused = refused(server.url(path));

    assertThat(refused)
        .hasMessageContaining("[" + code)
        .hasMessageContaining(words)
        .hasMessageContaining(server.url(path));
    assertThat(refused.getMessage().lines()).as("one message").hasSize(1);
    assertThat(Trees.read(folder)).isEqualTo(before);
  }

  @Test
  void aRedirectOnTheSameHostIsFollowed() throws IOException {
    server.answer("/old", 301, "Location", "/lamp.yaml", "");
    assertThat(vendor(server.url("/old")).written()).isTrue();
  }

  @Test
  void aRedirectElsewhereGetsNoCredential() throws IOException {
    try (FileServer other = FileServer.start().put("/lamp.yaml", "application/yaml", SPEC)) {
      server.answer("/moved", 307, "Location", other.url("/lamp.yaml"), "");
      FetchOptions direct = FetchOptions.direct();
      FetchOptions options =
          new FetchOptions(
              direct.proxy(),
              direct.proxyCredentials(),
              Optional.of("Bearer secret"),
              direct.maxBytes(),
              direct.timeout());
      assertThatThrownBy(
              () ->
                  Vendoring.vendor(
                      new VendorRequest(
                          Optional.of(server.url("/moved")),
                          Optional.empty(),
                          folder,
                          specs,
                          Optional.empty(),
                          options,
                          false,
                          false,
                          LocalDate.EPOCH),
                      told::add))
          .hasMessageContaining("DRG-VENDOR-002");
      assertThat(server.authorizations()).containsExactly("Bearer secret");
      assertThat(other.authorizations()).isEmpty();
      assertThat(options.toString()).doesNotContain("secret");
    }
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUp() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread stalling =
          new Thread(
              () -> {
                try {
                  socket
                      .accept()
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nopen"
                              .getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      stalling.start();
      FetchOptions direct = FetchOptions.direct();
      VendorRequest request =
          new VendorRequest(
              Optional.of("http://127.0.0.1:" + socket.getLocalPort() + "/lamp.yaml"),
              Optional.empty(),
              folder,
              specs,
              Optional.empty(),
              new FetchOptions(
                  direct.proxy(),
                  direct.proxyCredentials(),
                  direct.authorization(),
                  direct.maxBytes(),
                  Duration.ofMillis(500)),
              false,
              false,
              LocalDate.EPOCH);
      assertThatThrownBy(() -> Vendoring.vendor(request, told::add))
          .hasMessageContaining("DRG-VENDOR-001")
          .hasMessageContaining("/lamp.yaml");
      stalling.join();
    }
  }

  @Test
  void aWrongChecksumIsRefused() {
    VendorRequest request = request(Optional.of(server.url("/lamp.yaml")), Optional.empty(), false);
    VendorRequest wrong =
        new VendorRequest(
            request.source(),
            request.vendor(),
            folder,
            specs,
            Optional.of("00"),
            request.fetch(),
            false,
            false,
            request.today());
    assertThatThrownBy(() -> Vendoring.vendor(wrong, told::add))
        .hasMessageContaining("DRG-VENDOR-004")
        .hasMessageContaining(Documents.sha256(SPEC.getBytes(StandardCharsets.UTF_8)));
    assertThat(specs).doesNotExist();
  }

  @Test
  void offlineNothingIsFetchedButFilesAreTaken() throws IOException {
    Files.writeString(folder.resolve("lamp.yaml"), SPEC);
    VendorRequest url = offline(server.url("/lamp.yaml"));
    assertThatThrownBy(() -> Vendoring.vendor(url, told::add))
        .hasMessageContaining("DRG-VENDOR-005");
    assertThat(server.authorizations()).isEmpty();
    assertThat(Vendoring.vendor(offline("lamp.yaml"), told::add).written()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "missing.yaml, File not found",
    "https://u:secret@x.example/a, Cannot fetch this URL",
    "http://, Cannot fetch this URL",
  })
  void aSourceThatIsNoneIsNamed(String source, String words) {
    assertThat(refused(source)).hasMessageContaining(words).hasMessageNotContaining("secret");
  }

  @Test
  void withoutASourceThereHasToBeAnEarlierOne() {
    assertThatThrownBy(
            () ->
                Vendoring.vendor(request(Optional.empty(), Optional.of("lamp"), false), told::add))
        .hasMessageContaining("DRG-VENDOR-006")
        .hasMessageContaining("dragoman.source");
  }

  @Test
  void whatWasNotVendoredIsNotOverwritten() throws IOException {
    Path mine = Files.createDirectories(specs.resolve("desk-lamp")).resolve("openapi.yaml");
    Files.writeString(mine, "mine");
    assertThat(refused(server.url("/lamp.yaml"))).hasMessageContaining("DRG-VENDOR-007");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void aFolderThatCannotBeWrittenStaysAsItIs() throws IOException {
    Files.createDirectories(folder.resolve("src/main"));
    Files.writeString(specs, "a file in the way");
    Map<String, String> before = Trees.read(folder);
    assertThatThrownBy(() -> vendor(server.url("/lamp.yaml"))).isInstanceOf(IOException.class);
    assertThat(Trees.read(folder)).isEqualTo(before);
  }

  private GenerationException refused(String source) {
    return catchThrowableOfType(GenerationException.class, () -> vendor(source));
  }

  private Vendoring.Outcome vendor(String source) throws IOException {
    return Vendoring.vendor(request(Optional.of(source), Optional.empty(), false), told::add);
  }

  private VendorRequest offline(String source) {
    return new VendorRequest(
        Optional.of(source),
        Optional.empty(),
        folder,
        specs,
        Optional.empty(),
        FetchOptions.direct(),
        true,
        false,
        LocalDate.EPOCH);
  }

  private VendorRequest request(Optional<String> source, Optional<String> vendor, boolean dryRun) {
    return new VendorRequest(
        source,
        vendor,
        folder,
        specs,
        Optional.empty(),
        FetchOptions.direct().withMaxBytes(2000),
        false,
        dryRun,
        LocalDate.of(2026, 11, 21));
  }
}
