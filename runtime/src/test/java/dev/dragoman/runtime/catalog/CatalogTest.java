package dev.dragoman.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import dev.dragoman.runtime.catalog.CatalogWriter.Entry;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CatalogTest {
  @TempDir Path folder;

  private static OperationCard card(String id, String method, String path) {
    return OperationCard.builder(Operation.of(id, method, path, AccessLevel.READ)).build();
  }

  private static Entry entry(String id, String method, String path) {
    return new Entry(card(id, method, path), "{}");
  }

  private Catalog catalog(List<Entry> entries, Map<String, String> schemas) {
    return open(CatalogWriter.write(entries, schemas));
  }

  /** Reads files as a server reads them from its jar: through a class of a class loader. */
  private Catalog open(Map<String, byte[]> files) {
    try {
      Path root = Files.createDirectories(folder.resolve("api/catalog"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(root.resolve(file.getKey()), file.getValue());
      }
      return Catalog.of(anchorIn(folder), "/api/catalog");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> anchorIn(Path folder) throws MalformedURLException {
    URL classes = Anchor.class.getProtectionDomain().getCodeSource().getLocation();
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL(), classes}, ClassLoader.getPlatformClassLoader());
    try {
      return loader.loadClass(Anchor.class.getName());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Stands for a generated class. */
  static final class Anchor {}

  @Test
  void givesBackEveryCardAsItWas() {
    OperationCard full =
        OperationCard.builder(
                Operation.of(
                    "issues/create",
                    "POST",
                    "/repos/{owner}/{repo}/issues",
                    AccessLevel.DESTRUCTIVE))
            .group(3)
            .tag("issues")
            .summary("Create an \"issue\",\nin two lines: größer \u2028 😀")
            .deprecated(true)
            .parameters("owner: string, page?: integer")
            .body("application/json {title: string}")
            .returns("{id: integer}")
            .pagination("page")
            .auth("OAuth scope repo")
            .idSources(
                List.of(
                    new IdSource("repos/list", "repo", "name"),
                    new IdSource("orgs/list", "owner", "")))
            .build();
    OperationCard bare = card("a", "GET", "/");
    Catalog catalog = catalog(List.of(new Entry(full, "{}"), new Entry(bare, "{}")), Map.of());
    assertThat(catalog.size()).isEqualTo(2);
    assertThat(catalog.card(0)).isEqualTo(full);
    assertThat(catalog.card(1)).isEqualTo(bare);
  }

  @Test
  void numbersKeepTheirDigits() {
    String numbers = "{\"a\":0.10,\"b\":1234567890123456789012345678901234567890,\"c\":1.0E+500}";
    Catalog catalog =
        catalog(List.of(new Entry(card("a", "GET", "/"), numbers)), Map.of("#/s", numbers));
    assertThat(catalog.details(0)).hasToString(numbers);
    assertThat(catalog.schema("#/s").orElseThrow()).hasToString(numbers);
  }

  @Test
  void jsonMayComeWithLineBreaks() {
    Catalog catalog =
        catalog(
            List.of(new Entry(card("a", "GET", "/"), "{\n  \"x\": 1,\r\n  \"y\": \"a\\nb\"\n}")),
            Map.of("#/s", "[\n1,\n2\n]\n", "#/t", "true"));
    assertThat(catalog.details(0)).hasToString("{\"x\":1,\"y\":\"a\\nb\"}");
    assertThat(catalog.schema("#/s").orElseThrow()).hasToString("[1,2]");
    assertThat(catalog.schema("#/t").orElseThrow()).hasToString("true");
  }

  @Test
  void answersAreTheCallersOwn() {
    Catalog catalog = catalog(List.of(entry("a", "GET", "/")), Map.of("#/s", "{}"));
    catalog.details(0).put("changed", true);
    catalog.schema("#/s").orElseThrow().asObject().put("changed", true);
    assertThat(catalog.details(0)).isEmpty();
    assertThat(catalog.schema("#/s").orElseThrow()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#/nothing", "", "#/s\"", "#/s\":", "}"})
  void anUnknownSchemaIsEmpty(String reference) {
    Catalog catalog = catalog(List.of(), Map.of("#/s", "{}"));
    assertThat(catalog.schema(reference)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          users/get              | 0
          "  users/get "         | 0
          GET /users/{id}        | 0
          get /users/{id}        | 0
          "  Get   /users/{id} " | 0
          get/users/{id}         | 0
          GET users/{id}         | 0
          GET /users/{id}/       | 0
          "GET\t/users/{id}"     | 0
          GET /both              | 1
          GET /both/             | 2
          get both               | -1
          POST /tail             | 3
          POST tail/             | 3
          GET /quoted"           | 4
          Ping                   | 5
          PING /x                | 6
          Users/Get              | -1
          GET /users             | -1
          DELETE /users/{id}     | -1
          GET                    | -1
          GET /                  | -1
          /users/{id}            | -1
          """)
  void findsByIdAndByRoute(String name, int expected) {
    Catalog catalog =
        catalog(
            List.of(
                entry("users/get", "GET", "/users/{id}"),
                entry("both", "GET", "/both"),
                entry("both2", "GET", "/both/"),
                entry("tail", "POST", "/tail/"),
                entry("quoted", "GET", "/quoted\""),
                entry("Ping", "PING", "/x"),
                entry("PING /x", "GET", "/y")),
            Map.of());
    assertThat(catalog.find(name))
        .isEqualTo(expected < 0 ? OptionalInt.empty() : OptionalInt.of(expected));
  }

  @Test
  void aSlashInDoubtFindsNothing() {
    Catalog catalog =
        catalog(List.of(entry("a", "GET", "users"), entry("b", "GET", "/users")), Map.of());
    assertThat(catalog.find("GET users")).hasValue(0);
    assertThat(catalog.find("GET /users")).hasValue(1);
    assertThat(catalog.find("GET users/")).isEmpty();
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    List<Entry> entries =
        IntStream.range(0, 120).mapToObj(i -> entry("op" + i, "GET", "/p/" + i)).toList();
    Map<String, String> schemas = new LinkedHashMap<>();
    IntStream.range(0, 50).forEach(i -> schemas.put("#/" + i, "{\"i\":" + i + "}"));
    Map<String, String> backwards = new LinkedHashMap<>();
    IntStream.range(0, 50)
        .forEach(i -> backwards.put("#/" + (49 - i), schemas.get("#/" + (49 - i))));
    Map<String, byte[]> first = CatalogWriter.write(entries, schemas);
    Map<String, byte[]> second = CatalogWriter.write(entries, backwards);
    assertThat(texts(second)).isEqualTo(texts(first));
    assertThat(first.keySet())
        .containsExactly(
            "catalog.json",
            "tags.json",
            "lookup-000.json",
            "cards-000.json",
            "cards-001.json",
            "cards-002.json",
            "details-000.json",
            "details-001.json",
            "details-002.json",
            "schemas-000.json");
  }

  @Test
  void tagsAreCountedWhenItIsWritten() {
    Catalog catalog =
        catalog(
            List.of(
                tagged("a", "users"), tagged("b", "\"x\""), tagged("c", "users"), tagged("d", "")),
            Map.of());
    assertThat(catalog.tags()).isEqualTo(Map.of("users", 2, "\"x\"", 1));
  }

  private static Entry tagged(String id, String tag) {
    OperationCard card =
        OperationCard.builder(Operation.of(id, "GET", "/" + id, AccessLevel.READ)).tag(tag).build();
    return new Entry(card, "{}");
  }

  @Test
  void formerIdsAreFoundUnlessTheyAreNamesOfAnotherOperation() {
    Catalog catalog =
        catalog(
            List.of(
                new Entry(card("a", "GET", "/a"), "{}", List.of("z", "b", "GET /b")),
                entry("b", "GET", "/b")),
            Map.of());
    assertThat(catalog.find("z")).hasValue(0);
    assertThat(catalog.find(" z ")).hasValue(0);
    assertThat(catalog.find("b")).hasValue(1);
    assertThat(catalog.find("GET /b")).hasValue(1);
    assertThat(catalog.renamed(" z ", catalog.card(0))).hasValue("the operation z is now named a");
    for (String present : List.of("a", " a", "GET /a", "get a/")) {
      assertThat(catalog.find(present)).as(present).hasValue(0);
      assertThat(catalog.renamed(present, catalog.card(0))).as(present).isEmpty();
    }
  }

  @Test
  void everyResourceIsJson() {
    Map<String, byte[]> files =
        CatalogWriter.write(List.of(entry("a\"\n", "GET", "/")), Map.of("#/\"", "{ }"));
    files.values().forEach(file -> assertThat(new JsonMapper().readTree(file)).isNotNull());
    CatalogWriter.write(List.of(), Map.of())
        .values()
        .forEach(file -> assertThat(new JsonMapper().readTree(file)).isNotNull());
  }

  private static Map<String, String> texts(Map<String, byte[]> files) {
    Map<String, String> texts = new TreeMap<>();
    files.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  @Test
  void twentyTwoThousandOperations() {
    int many = 22_000;
    List<Entry> entries = new ArrayList<>();
    Map<String, String> schemas = new LinkedHashMap<>();
    for (int i = 0; i < many; i++) {
      entries.add(
          new Entry(card("op" + i, "GET", "/things/" + i), "{\"description\":\"" + i + "\"}"));
      schemas.put("#/components/schemas/S" + i, "{\"title\":\"" + "s".repeat(200) + i + "\"}");
    }
    Catalog catalog = catalog(entries, schemas);
    assertThat(catalog.size()).isEqualTo(many);
    for (int i = 0; i < many; i += 997) {
      assertThat(catalog.find("op" + i)).hasValue(i);
      assertThat(catalog.find("GET /things/" + i)).hasValue(i);
      assertThat(catalog.card(i).id()).isEqualTo("op" + i);
      assertThat(catalog.details(i).get("description").stringValue()).isEqualTo("" + i);
      assertThat(
              catalog.schema("#/components/schemas/S" + i).orElseThrow().get("title").stringValue())
          .endsWith("s" + i);
    }
    assertThatThrownBy(() -> catalog.card(many)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> catalog.details(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void anEmptyCatalog() {
    Catalog catalog = catalog(List.of(), Map.of());
    assertThat(catalog.size()).isZero();
    assertThat(catalog.find("anything")).isEmpty();
  }

  @Test
  void twoOperationsWithOneId() {
    List<Entry> entries = List.of(entry("a", "GET", "/1"), entry("a", "GET", "/2"));
    assertThatThrownBy(() -> CatalogWriter.write(entries, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("id a");
  }

  @Test
  void aMissingCatalogSaysWhatToDo() {
    assertThatThrownBy(() -> Catalog.of(Anchor.class, "/nowhere"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The catalog's resource /nowhere/catalog.json is missing; rebuild the server.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\":3}",
        "{\"format\":3,\"operations\":1,\"lookupShards\":0,\"schemaShards\":1}",
        "{\"format\":3,\"operations\":-1,\"lookupShards\":1,\"schemaShards\":1}",
        "{\"format\":3,\"operations\":\"x\",\"lookupShards\":1,\"schemaShards\":1}"
      })
  void aDamagedHeaderIsReported(String header) {
    assertThatThrownBy(() -> open(Map.of("catalog.json", header.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rebuild the server");
  }

  @Test
  void anotherFormatIsReported() {
    byte[] header = "{\"format\":4}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> open(Map.of("catalog.json", header)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The catalog has format 4, but this runtime requires format 3; rebuild the server.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "[\n]", "[\n{\n]", "[\n{\"id\":1}\n]", "[\n{},", "\n\n\n"})
  void aDamagedShardIsReported(String shard) {
    Map<String, byte[]> files =
        new LinkedHashMap<>(CatalogWriter.write(List.of(entry("a", "GET", "/")), Map.of()));
    files.put("cards-000.json", shard.getBytes(StandardCharsets.UTF_8));
    Catalog catalog = open(files);
    assertThatThrownBy(() -> catalog.card(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/api/catalog/cards-000.json")
        .hasMessageContaining("damaged");
  }
}
