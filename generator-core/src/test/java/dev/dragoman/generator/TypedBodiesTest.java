package dev.dragoman.generator;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.dragoman.generator.plan.JavaType;
import dev.dragoman.generator.plan.JsonFallback.Reason;
import dev.dragoman.generator.plan.ModelPlan;
import dev.dragoman.generator.testing.CompiledClasses;
import dev.dragoman.generator.testing.GeneratedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies in Java: what a tool written by hand sees, and where the limits of Java are kept. */
class TypedBodiesTest {
  private static final String HEAD =
      """
      openapi: 3.1.0
      info: {title: Limits, version: "1"}
      servers: [{url: "https://limits.example"}]
      """;

  @TempDir Path folder;

  @Test
  void javaDevelopersUseRecordsAndBuilders() throws Exception {
    String code =
        """
        package generated;

        import dev.dragoman.runtime.request.ApiRequest;
        import generated.model.*;
        import generated.operations.*;
        import java.math.BigDecimal;
        import java.nio.charset.StandardCharsets;
        import java.util.List;

        public class ByHand {
          public static String bodies() {
            NewAnimal clover =
                NewAnimal.builder("Clover", "rabbit", AnimalClass.MAMMAL, new BigDecimal("35.50"))
                    .diet(NewAnimal.Diet.builder("hay").avoid(List.of("lettuce")).build())
                    .with("nick_name", "Clo")
                    .build();
            UpdateAnimalBody free = UpdateAnimalBody.builder().home(null).price(null).build();
            return text(new AnimalsOperations.AddAnimal(null, clover).toApiRequest())
                + text(new AnimalsOperations.UpdateAnimal(41, free).toApiRequest())
                + clover.diet().avoid() + clover.class_();
          }

          public static String query() {
            return AnimalsOperations.ListAnimals.builder()
                .class_(AnimalClass.BIRD)
                .price(ListAnimalsPrice.builder().max(new BigDecimal("50")).build())
                .limit(10L)
                .build()
                .toApiRequest()
                .rawQuery();
          }

          private static String text(ApiRequest request) {
            return new String(request.body().orElseThrow().bytes(), StandardCharsets.UTF_8);
          }
        }
        """;
    try (GeneratedServer server =
        GeneratedServer.withClient(SpecInput.of(Path.of("../sample-specs/petshop.yaml")), folder)) {
      Compilation compilation = server.compileWith("ByHand.java", code);
      assertThat(compilation).succeededWithoutWarnings();
      Class<?> byHand =
          new CompiledClasses(compilation, getClass().getClassLoader())
              .loadClass("generated.ByHand");
      assertThat(byHand.getMethod("bodies").invoke(null))
          .isEqualTo(
              """
              {"name":"Clover","species":"rabbit","class":"mammal","price":35.50,\
              "diet":{"food":"hay","avoid":["lettuce"]},"nick_name":"Clo"}{"home":null}\
              [lettuce]MAMMAL""");
      assertThat(byHand.getMethod("query").invoke(null))
          .isEqualTo("class=bird&price%5Bmax%5D=50&limit=10");
    }
  }

  @Test
  void namesThatJavaKeepsForItself() throws Exception {
    Path document = Path.of("src/test/resources/plan/bodies.yaml");
    try (GeneratedServer server = GeneratedServer.of(SpecInput.of(document), folder)) {
      assertThat(server.messages()).isEmpty();
      RoundTrip roundTrip = new RoundTrip(server, 7);
      assertThat(roundTrip.differences(200)).isEmpty();
      assertThat(roundTrip.sent()).isEqualTo(5 * 200);
      assertThat(server.plan().fallbacks())
          .extracting(fallback -> fallback.reason() + " " + fallback.location().pointer())
          .containsExactlyInAnyOrder(
              "DIFFERENT_SCHEMAS /paths/~1letters/patch/requestBody/content/application~1json/schema",
              "DIFFERENT_SCHEMAS /paths/~1parcels/post/requestBody/content/application~1json/schema",
              "FREE_MAP /components/schemas/Letter/properties/tags",
              "ALTERNATIVES /components/schemas/Letter/properties/content");
    }
  }

  @Test
  void aThousandParameters() throws Exception {
    String parameters =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "{name: p%d, in: query, schema: {type: integer}}".formatted(i))
            .collect(Collectors.joining(", "));
    String paths = "paths: {/a: {get: {operationId: many, parameters: [%s]}}}";
    try (GeneratedServer server = server(paths, parameters)) {
      assertThat(server.messages()).isEmpty();
      assertThat(new RoundTrip(server, 1).differences(5)).isEmpty();
    }
    try (GeneratedServer server =
        GeneratedServer.withClient(document(paths, parameters), folder.resolve("client"))) {
      assertThat(server.messages()).isEmpty();
      assertThat(server.load("operations.LimitsOperations$Many").getRecordComponents())
          .hasSize(121);
    }
  }

  @Test
  void fourHundredProperties() throws Exception {
    try (GeneratedServer server =
        server(BODY, "type: object, properties: {" + members(400) + "}")) {
      assertThat(server.messages()).isEmpty();
      assertThat(server.plan().models()).isEmpty();
      assertThat(server.plan().fallbacks())
          .singleElement()
          .matches(fallback -> fallback.reason() == Reason.MANY_PROPERTIES);
      assertThat(new RoundTrip(server, 1).differences(5)).isEmpty();
    }
  }

  @Test
  void manyRequiredPropertiesAreMethodsOfTheBuilder() throws Exception {
    String required =
        IntStream.range(0, 60).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
    String schema =
        "type: object, properties: {%s}, required: [%s]".formatted(members(60), required);
    try (GeneratedServer server = server(BODY, schema)) {
      assertThat(server.messages()).isEmpty();
      assertThat(server.load("model.SendBody").getMethod("builder").getParameterCount()).isZero();
      assertThat(new RoundTrip(server, 1).differences(5)).isEmpty();
    }
  }

  @Test
  void partsThatDoNotFitIntoAFileGetTheirOwn() throws Exception {
    String parts =
        IntStream.range(0, 40)
            .mapToObj(i -> "o%d: {type: object, properties: {%s}}".formatted(i, members(40)))
            .collect(Collectors.joining(", "));
    try (GeneratedServer server = server(BODY, "type: object, properties: {" + parts + "}")) {
      assertThat(server.messages()).isEmpty();
      List<String> names = server.plan().models().stream().map(ModelPlan::className).toList();
      assertThat(names).startsWith("SendBody").contains("SendBodyO39").hasSizeBetween(38, 41);
      try (var files = Files.list(server.sources().resolve("generated/model"))) {
        for (Path file : files.toList()) {
          assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(1000);
        }
      }
    }
  }

  @Test
  void objectsNestedTooDeepAreJson() throws Exception {
    String schema = "type: string";
    for (int i = 0; i < 40; i++) {
      schema = "type: object, properties: {next: {" + schema + "}}";
    }
    try (GeneratedServer server = server(BODY, schema)) {
      assertThat(server.messages()).isEmpty();
      assertThat(server.plan().fallbacks())
          .singleElement()
          .matches(fallback -> fallback.reason() == Reason.DEEP);
      assertThat(new RoundTrip(server, 1).differences(20)).isEmpty();
    }
  }

  @Test
  void nullableBodiesAndListsOfNumbersAreJson() throws Exception {
    try (GeneratedServer server = server(BODY, "type: [object, 'null'], properties: {a: {}}")) {
      assertThat(server.plan().operations().get(0).body().orElseThrow().type())
          .isEqualTo(JavaType.Simple.JSON);
    }
    try (GeneratedServer server = server(BODY, "type: array, items: {type: number}")) {
      assertThat(server.plan().operations().get(0).body().orElseThrow().type())
          .isEqualTo(JavaType.Simple.ARRAY);
      assertThat(new RoundTrip(server, 1).differences(20)).isEmpty();
    }
  }

  private static final String BODY =
      """
      paths:
        /a:
          post:
            operationId: send
            requestBody: {required: true, content: {application/json: {schema: {%s}}}}
      """;

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "p%d: {type: string}".formatted(i))
        .collect(Collectors.joining(", "));
  }

  private GeneratedServer server(String paths, String part) throws IOException {
    return GeneratedServer.of(document(paths, part), folder.resolve("out"));
  }

  private SpecInput document(String paths, String part) throws IOException {
    return SpecInput.of(
        Files.writeString(folder.resolve("limits.yaml"), HEAD + paths.formatted(part)));
  }
}
