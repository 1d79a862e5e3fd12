package dev.dragoman.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.plan.paging.PagingPlanner;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.plan.wire.WireCases;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.testing.Brief;
import dev.dragoman.generator.testing.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is decided about small documents. The input is a document after its title and, behind an
 * arrow, the operator's configuration.
 */
class PlanTableTest {
  private static final String HEADER =
      "openapi: 3.1.0\ninfo: {title: Lamp API, version: \"1\"}\nservers: [{url: 'https://lamp.example'}]\n";

  @TempDir Path folder;

  /** Who may run what. */
  @TestFactory
  Stream<DynamicTest> rights() {
    return Table.tests(
        "plan/rights",
        input ->
            planned(
                input,
                plan ->
                    plan.operations().stream()
                        .map(
                            one ->
                                one.id()
                                    + " "
                                    + one.access().word()
                                    + " "
                                    + new TreeSet<>(one.rights().authModes())
                                    + " "
                                    + one.rights().scopes())
                        .collect(Collectors.joining("\n"))));
  }

  /** Classes of handlers, names, arguments and Java types. */
  @TestFactory
  Stream<DynamicTest> operations() {
    return Table.tests(
        "plan/operations",
        input -> planned(input, plan -> Brief.of(Map.of("groups", plan.groups()))));
  }

  /** The classes of handlers alone, where there are many operations. */
  @TestFactory
  Stream<DynamicTest> groups() {
    return Table.tests(
        "plan/groups",
        input ->
            planned(
                input,
                plan ->
                    plan.groups().stream()
                        .map(
                            group ->
                                "%d %s %s %d operations from %s"
                                    .formatted(
                                        group.number(),
                                        group.className(),
                                        group.tag(),
                                        group.operations().size(),
                                        group.operations().get(0).id()))
                        .collect(Collectors.joining("\n"))));
  }

  /** The Java types of request bodies. */
  @TestFactory
  Stream<DynamicTest> models() {
    return Table.tests(
        "plan/models",
        input ->
            planned(
                input,
                plan -> {
                  Map<String, Object> parts = new LinkedHashMap<>();
                  parts.put("body", plan.operations().get(0).body());
                  parts.put("models", plan.models());
                  parts.put("fallbacks", plan.fallbacks());
                  return Brief.of(parts);
                }));
  }

  /** What search shows of an operation, and what it is found by. */
  @TestFactory
  Stream<DynamicTest> cards() {
    return Table.tests(
        "plan/cards",
        input ->
            planned(
                input,
                plan -> {
                  Map<String, Object> parts = new LinkedHashMap<>();
                  parts.put("cards", plan.cards());
                  parts.put("indexed", plan.indexed());
                  return Brief.of(parts);
                }));
  }

  /** The server as a whole. */
  @TestFactory
  Stream<DynamicTest> servers() {
    return Table.tests(
        "plan/servers",
        input ->
            planned(
                input,
                plan -> {
                  Map<String, Object> parts = new LinkedHashMap<>();
                  parts.put("vendor", plan.vendor());
                  parts.put("apiClass", plan.apiClass());
                  parts.put("resourceRoot", plan.resourceRoot());
                  parts.put("source", plan.source());
                  parts.put("environments", plan.environments());
                  parts.put("securitySchemes", plan.securitySchemes());
                  return Brief.of(parts);
                }));
  }

  /** Operations that are tools of their own. */
  @TestFactory
  Stream<DynamicTest> tools() {
    return Table.tests("plan/tools", input -> planned(input, plan -> Brief.of(plan.tools())));
  }

  /** The methods of the typed client. */
  @TestFactory
  Stream<DynamicTest> clients() {
    return Table.tests(
        "plan/clients",
        input ->
            planned(
                input + "->\nclient: true\n",
                plan ->
                    plan.client().orElseThrow().tags().stream()
                        .flatMap(PlanTableTest::methods)
                        .collect(Collectors.joining("\n"))));
  }

  private static Stream<String> methods(ClientPlan.TagClient tag) {
    return tag.slices().stream()
        .flatMap(slice -> slice.methods().stream())
        .map(
            method ->
                "%s().%s: %s%s"
                    .formatted(
                        tag.accessor(),
                        method.name(),
                        method.answer(),
                        method.pages().map(pages -> "; " + pages).orElse("")));
  }

  /** How the pages of operations follow each other, or why this is not known. */
  @TestFactory
  Stream<DynamicTest> paging() {
    return Table.tests("plan/paging", input -> planned(input, PlanTableTest::pages));
  }

  private static String pages(ServerPlan plan) {
    PagingPlanner planner = new PagingPlanner(new SchemaLookup(plan.model().definitions()));
    return plan.operations().stream()
        .map(
            one ->
                one.id()
                    + ": "
                    + Optional.ofNullable(plan.paging().get(one.ordinal()))
                        .map(PlanTableTest::text)
                        .orElseGet(() -> planner.find(one).reason().text()))
        .collect(Collectors.joining("\n"));
  }

  private static String text(PagingPlan plan) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("in", plan.place().word());
    parts.put("argument", plan.argument());
    parts.put("field", plan.field());
    parts.put("items", plan.items().isEmpty() ? "the body" : plan.items());
    parts.put("first", plan.isNumbered() ? plan.first() : "");
    plan.size().ifPresent(size -> parts.put("size", size.argument()));
    plan.size().ifPresent(size -> size.max().ifPresent(max -> parts.put("max", max)));
    plan.end().more().ifPresent(path -> parts.put("more", path));
    plan.end().last().ifPresent(path -> parts.put("last", path));
    plan.end().total().ifPresent(path -> parts.put("total", path));
    parts.values().removeIf(""::equals);
    return plan.kind().word() + " " + parts;
  }

  /** The requests that the generated tests make. */
  @TestFactory
  Stream<DynamicTest> wireCases() {
    return Table.tests(
        "plan/wire",
        input ->
            planned(
                input, plan -> Brief.of(Map.of("cases", WireCases.of(plan, plan.operations())))));
  }

  private String planned(String input, Function<ServerPlan, String> text) throws IOException {
    String[] parts = input.split("->\n", -1);
    String head = parts[0].startsWith("openapi") ? "" : HEADER;
    Path file = Files.writeString(folder.resolve("lamp.yaml"), head + parts[0]);
    Configuration configuration = configuration(parts.length > 1 ? parts[1] : "{}");
    Problems problems = new Problems();
    String found = "";
    try {
      ApiModel model = SpecReader.read(file, problems);
      found = text.apply(Planner.plan(model, options(configuration), problems));
    } catch (GenerationException refused) {
      assertThat(problems.all()).containsAll(refused.problems());
    }
    String faults =
        problems.all().stream()
            .map(problem -> problem.severity() + " " + problem)
            .collect(Collectors.joining("\n"));
    return (found + "\n" + faults).strip().replace(folder + "/", "");
  }

  private static GenerationOptions options(Configuration configuration) {
    return new GenerationOptions(configuration.apiName(), "com.example", configuration.baseUrl())
        .withOperator(configuration.choices());
  }

  private Configuration configuration(String text) throws IOException {
    return Configuration.read(Files.writeString(folder.resolve("config.yaml"), text));
  }
}
