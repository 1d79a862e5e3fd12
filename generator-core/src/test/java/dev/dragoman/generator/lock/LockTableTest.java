package dev.dragoman.generator.lock;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.testing.Brief;
import dev.dragoman.generator.testing.Table;
import dev.dragoman.runtime.digest.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a lock says of a document, what is part of a contract, and which locks are refused. */
class LockTableTest {
  private static final String HEADER = "openapi: 3.1.0\ninfo: {title: Lamp API, version: \"1\"}\n";

  @TempDir Path folder;

  /** The lines of a lock below its digest, the contracts left out. */
  @TestFactory
  Stream<DynamicTest> documents() {
    return Table.tests(
        "lock/documents",
        input -> {
          String text = LockFile.text(Lock.of(plan(input)));
          return text.lines()
              .skip(3)
              .map(line -> line.replaceFirst(" contract=[0-9a-f]{32}$", ""))
              .collect(Collectors.joining("\n"));
        });
  }

  /** A change in a schema, by whether the contract of the operation that uses it changes. */
  @TestFactory
  Stream<DynamicTest> contracts() {
    return Table.tests(
        "lock/contracts",
        input -> {
          List<String> contracts = new ArrayList<>();
          for (String schemas : input.split("->\n", -1)) {
            contracts.add(contract(schemas));
          }
          return contracts.get(0).equals(contracts.get(1)) ? "the same contract" : "another one";
        });
  }

  /** A lock whose digest is {@code DIGEST} gets the right one first. */
  @TestFactory
  Stream<DynamicTest> locks() {
    return Table.tests(
        "lock/locks",
        input -> {
          String text = input.replace("\\n", "\n").replace("EOF\n", "");
          String rest = text.lines().skip(3).map(line -> line + "\n").collect(Collectors.joining());
          text = text.replace("DIGEST", Sha256.hex(rest));
          try {
            Path file = Path.of("lamp.lock");
            return Brief.of(LockFile.parse(file, text.getBytes(StandardCharsets.UTF_8)));
          } catch (GenerationException e) {
            return e.problems().get(0).toString();
          }
        });
  }

  private String contract(String schemas) throws IOException {
    String document =
        "paths:\n  /lamps:\n    post:\n      operationId: addLamp\n      requestBody: {content:"
            + " {application/json: {schema: {$ref: '#/components/schemas/Lamp'}}}}\n"
            + "      responses: {'201': {description: OK}}\ncomponents:\n  schemas:\n"
            + schemas.indent(4);
    return Lock.of(plan(document)).entries().values().iterator().next().contract();
  }

  private ServerPlan plan(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("lamp.yaml"), HEADER + document);
    Problems problems = new Problems();
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(file, problems), GenerationOptions.inPackage("com.example"), problems);
    problems.throwIfErrors();
    return plan;
  }
}
