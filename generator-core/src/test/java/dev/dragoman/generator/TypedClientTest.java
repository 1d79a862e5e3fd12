package dev.dragoman.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.testing.Compilations;
import dev.dragoman.generator.testing.CompiledClasses;
import dev.dragoman.generator.testing.ShopUpstream;
import dev.dragoman.generator.write.OutputFolders;
import dev.dragoman.runtime.client.ApiException;
import dev.dragoman.runtime.client.ApiReplyException;
import dev.dragoman.runtime.client.InvalidRequestException;
import dev.dragoman.runtime.client.OperationRefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A generated client, used by hand-written Java, calls an API on loopback. */
@Timeout(60)
class TypedClientTest {
  private static final Path RESOURCES = Path.of("src/test/resources/client");

  @TempDir static Path folder;
  private static ShopUpstream api;
  private static CompiledClasses classes;
  private static Map<String, Callable<Object>> calls;

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void build() throws Exception {
    api = new ShopUpstream();
    OutputFolders folders = generate(RESOURCES.resolve("shop.yaml"), folder);
    Map<String, String> sources = Compilations.read(folders.sources());
    sources.put(
        "generated/UseClient.java", Files.readString(RESOURCES.resolve("UseClient.java.txt")));
    Compilation compilation = Compilations.compile(sources);
    assertThat(compilation).succeededWithoutWarnings();
    classes =
        new CompiledClasses(
            compilation,
            TypedClientTest.class.getClassLoader(),
            folders.resources().toUri().toURL());
    calls =
        (Map<String, Callable<Object>>)
            classes
                .loadClass("generated.UseClient")
                .getMethod("calls", URI.class)
                .invoke(null, api.url());
  }

  private static OutputFolders generate(Path document, Path folder) throws IOException {
    OutputFolders folders = OutputFolders.below(folder);
    GenerationOptions options = GenerationOptions.inPackage("generated");
    Generator.generate(
        new GenerationRequest(
            SpecInput.of(document),
            options.withOperator(OperatorChoices.NONE.withClient()),
            folders,
            "test"));
    return folders;
  }

  @AfterAll
  static void close() throws IOException {
    api.close();
    classes.close();
  }

  private static Object call(String name) throws Exception {
    return Objects.requireNonNull(calls.get(name), name).call();
  }

  private static <E extends ApiException> E failure(Class<E> type, String name) {
    return Objects.requireNonNull(catchThrowableOfType(type, () -> call(name)), name);
  }

  @Test
  void anObjectIsARecordOverItsJson() throws Exception {
    assertThat(call("value")).isEqualTo("i1 lamp 12.50 Turin [1]");
    assertThat(api.requests()).contains("GET /items/lamp Bearer key-1");
  }

  @Test
  void whatIsSentIsWhatWasBuilt() throws Exception {
    assertThat(call("added"))
        .hasToString("{\"id\":\"i2\",\"name\":\"lamp\",\"price\":12.50,\"secret\":\"s\"}");
  }

  @Test
  void otherResponsesAreGivenAsTheyAre() throws Exception {
    assertThat(call("bytes")).isEqualTo("200 image/png 3");
    assertThat(call("integer")).isEqualTo(250L);
    assertThat(call("nothing")).isEqualTo("done");
    assertThat(call("absent")).isEqualTo(true);
  }

  @Test
  void theGuardAndTheSchemasHaveTheirSay() throws Exception {
    assertThat(failure(OperationRefusedException.class, "refused"))
        .hasMessageContaining("this connection is read-only");
    assertThat(call("read")).isNotNull();
    assertThat(api.requests()).contains("GET /items/lamp Bearer key-2");
    assertThat(failure(InvalidRequestException.class, "invalid").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.place()).isEqualTo("body/name"));
    assertThat(api.requests()).noneMatch(request -> request.contains("chandelier"));
  }

  @Test
  void aProblemHasStatusBodyAndRequestId() {
    ApiReplyException failed = failure(ApiReplyException.class, "problem");

    assertThat(failed)
        .hasMessage("getItem: the API returned status 503: The lamp is broken (request id r-1)");
    assertThat(failed.problem().path("title").asString()).isEqualTo("Down");
  }

  @Test
  void aBodyOfAnotherTypeIsAnErrorOfTheReply() {
    assertThat(failure(ApiReplyException.class, "other"))
        .hasMessageContaining("is not what the API's document describes: body: expected an object");
  }

  @Test
  void everyStyleOfPagesGivesEachItemOnce() throws Exception {
    assertThat(call("items")).isEqualTo(numbered(i -> "i" + i));
    assertThat(call("orders")).isEqualTo(numbered(i -> i + "odd"));
    assertThat(call("events")).isEqualTo(numbered(i -> (long) i));
    assertThat(call("logs")).isEqualTo(numbered(i -> "line " + i));
    assertThat(call("charges")).isEqualTo(numbered(String::valueOf));
    assertThat(call("feed")).isEqualTo(numbered(i -> (long) i));
    assertThat(api.requests()).contains("GET /items?page=3&per_page=100 Bearer key-1");
  }

  private static List<Object> numbered(java.util.function.IntFunction<Object> item) {
    return IntStream.range(0, 250).mapToObj(item).toList();
  }

  @Test
  void pagesThatRepeatEnd() throws Exception {
    assertThat(call("stuck")).isEqualTo(List.of(1L, 1L));
    assertThat(call("deaf")).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void pagesBeginWhereTheRequestSays() throws Exception {
    assertThat(call("rest"))
        .isEqualTo(IntStream.range(200, 250).mapToObj(i -> (Object) ("line " + i)).toList());
  }

  @Test
  void aPageIsRequestedWhenItIsNeeded() throws Exception {
    long before = logs();
    assertThat(call("three")).isEqualTo(3L);
    assertThat(logs() - before).isEqualTo(1);
  }

  private static long logs() {
    return api.requests().stream().filter(request -> request.startsWith("GET /logs")).count();
  }
}
