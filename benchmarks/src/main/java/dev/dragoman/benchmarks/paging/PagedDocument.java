package dev.dragoman.benchmarks.paging;

import dev.dragoman.benchmarks.corpus.Corpus;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.options.OperationMatch;
import dev.dragoman.generator.options.OperationRule;
import dev.dragoman.generator.options.OperatorChoices;
import dev.dragoman.generator.plan.OperationPlan;
import dev.dragoman.generator.plan.PagingPlan;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.plan.paging.PagingPlanner;
import dev.dragoman.generator.plan.paging.PagingSearch;
import dev.dragoman.generator.plan.schema.SchemaLookup;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.runtime.AccessLevel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A document and how its operations page.
 *
 * @param name its path in the folder
 * @param input the document without security, so that calls need no credentials
 * @param plan the server
 */
record PagedDocument(String name, SpecInput input, ServerPlan plan) {

  /**
   * Reads and plans a document.
   *
   * @param overlay removes what calls would need credentials for
   */
  static PagedDocument of(Corpus.Document document, Path overlay) {
    SpecInput given = document.input();
    SpecInput input =
        new SpecInput(given.document(), given.root(), given.allowedHosts(), List.of(overlay));
    Problems problems = new Problems();
    ReadOptions options = ReadOptions.DEFAULT.withOverlays(List.of(overlay));
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(
                    input.document(), input.root().map(options::withRoot).orElse(options), problems)
                .model(),
            GenerationOptions.inPackage("server"),
            problems);
    return new PagedDocument(document.name(), input, plan);
  }

  /** The operations that page. */
  List<OperationPlan> paged() {
    return plan.operations().stream()
        .filter(one -> plan.paging().containsKey(one.ordinal()))
        .toList();
  }

  PagingPlan paging(OperationPlan operation) {
    return Objects.requireNonNull(plan.paging().get(operation.ordinal()), operation.id());
  }

  /** The operations that look like lists, but page in no known way, by the reason. */
  Map<PagingSearch.Reason, List<OperationPlan>> others() {
    PagingPlanner planner = new PagingPlanner(new SchemaLookup(plan.model().definitions()));
    Map<PagingSearch.Reason, List<OperationPlan>> others = new TreeMap<>();
    for (OperationPlan operation : plan.operations()) {
      if (operation.method().equals("GET") && !plan.paging().containsKey(operation.ordinal())) {
        PagingSearch.Reason reason = planner.find(operation).reason();
        if (isListLike(operation, reason)) {
          others.merge(
              reason,
              List.of(operation),
              (some, more) -> Stream.of(some, more).flatMap(List::stream).toList());
        }
      }
    }
    return others;
  }

  /** A list in the response, or a parameter for a position or size. */
  private static boolean isListLike(OperationPlan operation, PagingSearch.Reason reason) {
    boolean hasParameter =
        operation.parameters().stream()
            .anyMatch(
                one ->
                    one.place().equals("query")
                        && one.name()
                            .matches(
                                "(?i)\\$?(page|offset|cursor|limit|per_?page|page_?size|skip|top)"));
    return hasParameter
        || (!operation.path().endsWith("}")
            && Set.of(PagingSearch.Reason.NO_POSITION, PagingSearch.Reason.NO_NEXT)
                .contains(reason));
  }

  /** Every operation that pages is a read for the server that is called. */
  GenerationOptions options() {
    List<OperationRule> rules =
        paged().stream()
            .filter(one -> one.method().equals("POST"))
            .map(one -> rule(one, plan.model().location()))
            .toList();
    OperatorChoices none = OperatorChoices.NONE;
    return new GenerationOptions(Optional.of("Bench"), "server", Optional.empty())
        .withOperator(
            new OperatorChoices(
                rules,
                none.includes(),
                none.excludes(),
                false,
                none.authModes(),
                none.securitySchemes(),
                none.security(),
                none.organizationParameters(),
                none.environments(),
                false,
                none.tools()));
  }

  private static OperationRule rule(OperationPlan operation, Location location) {
    return new OperationRule(
        new OperationMatch(
            Optional.of(operation.id()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            location),
        Optional.of(AccessLevel.READ),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }
}
