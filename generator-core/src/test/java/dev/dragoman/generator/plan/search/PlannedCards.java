package dev.dragoman.generator.plan.search;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.runtime.catalog.OperationCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The cards of small documents. */
final class PlannedCards {
  private PlannedCards() {}

  /**
   * The cards by operation id.
   *
   * @param paths the members of {@code paths}, in YAML, indented by two
   * @param schemas the members of {@code components.schemas}, in YAML, indented by four
   */
  static Map<String, OperationCard> of(Path folder, String paths, String schemas)
      throws IOException {
    Path file = folder.resolve("api.yaml");
    Files.writeString(
        file,
        "openapi: 3.1.0\ninfo: {title: Depot, version: '1'}\npaths:\n"
            + paths
            + (schemas.isEmpty() ? "" : "components:\n  schemas:\n" + schemas));
    Problems problems = new Problems();
    Map<String, OperationCard> cards = new LinkedHashMap<>();
    Planner.plan(
            SpecReader.read(file, ReadOptions.DEFAULT, problems).model(),
            GenerationOptions.inPackage("depot"),
            problems)
        .cards()
        .forEach(card -> cards.put(card.id(), card));
    return cards;
  }
}
