package dev.dragoman.generator.diff;

import dev.dragoman.generator.diff.ComparisonText.Format;
import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.testing.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of change, in requests and in responses, with its class. */
class ComparisonTableTest {
  private static final String HEADER = "openapi: 3.1.0\ninfo: {title: Lamp API, version: \"1\"}\n";

  /** Two operations, so that a schema is used in either direction. */
  private static final String BOTH_WAYS =
      """
      servers: [{url: "https://lamp.example"}]
      paths:
        /in:
          post:
            operationId: give
            requestBody: {content: {application/json: {schema: %1$s}}}
            responses: {"204": {description: OK}}
        /out:
          get:
            operationId: take
            responses:
              "200": {description: OK, content: {application/json: {schema: %1$s}}}
      components:
        schemas:
          Lamp: {type: object, required: [id], properties: {id: {type: integer}}}
          Cord: {type: object, properties: {length: {type: number}}}
          Hidden: {type: string, readOnly: true}
          Secret: {type: string, writeOnly: true}
      """;

  @TempDir Path folder;

  /** The input has the two schemas, one a line. */
  @TestFactory
  Stream<DynamicTest> schemas() {
    return Table.tests(
        "diff/schemas",
        input -> {
          List<String> schemas = input.lines().toList();
          Comparison comparison =
              DocumentComparison.of(
                  plan("was", BOTH_WAYS.formatted(schemas.get(0))),
                  plan("is", BOTH_WAYS.formatted(schemas.get(1))));
          return lines(comparison);
        });
  }

  /** The input has the two documents from the servers on, apart by an arrow. */
  @TestFactory
  Stream<DynamicTest> documents() {
    return Table.tests(
        "diff/documents",
        input -> {
          String[] documents = input.split("->\n", -1);
          ServerPlan was = plan("was", documents[0]);
          ServerPlan is = plan("is", documents[1]);
          return ComparisonText.of(DocumentComparison.of(was, is), Format.TEXT)
              + "against the lock:\n"
              + lines(LockComparison.of(Lock.of(was), Lock.of(is), "Lamp API"));
        });
  }

  @TestFactory
  Stream<DynamicTest> formats() {
    return Table.tests(
        "diff/formats",
        input -> {
          String[] documents = input.split("->\n", -1);
          Comparison comparison =
              DocumentComparison.of(plan("was", documents[0]), plan("is", documents[1]));
          return ComparisonText.of(comparison, Format.MARKDOWN)
              + "\n"
              + ComparisonText.of(comparison, Format.JSON)
              + Stream.of(ChangeEffect.values())
                  .map(effect -> effect.word() + " reached: " + comparison.reaches(effect) + "\n")
                  .collect(Collectors.joining());
        });
  }

  private static String lines(Comparison comparison) {
    return comparison.changes().isEmpty()
        ? "no change"
        : comparison.changes().stream().map(ComparisonText::line).collect(Collectors.joining("\n"));
  }

  private ServerPlan plan(String name, String document) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), HEADER + document);
    Problems problems = new Problems();
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(file, problems), GenerationOptions.inPackage("com.example"), problems);
    problems.throwIfErrors();
    return plan;
  }
}
