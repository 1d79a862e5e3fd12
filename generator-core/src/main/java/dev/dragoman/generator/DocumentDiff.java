package dev.dragoman.generator;

import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.DocumentComparison;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.source.ReadResult;

/** Compares two documents. */
public final class DocumentDiff {
  private DocumentDiff() {}

  /**
   * The changes that the newer document makes to a server with these options.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if one of them is rejected
   */
  public static Comparison compare(SpecInput older, SpecInput newer, GenerationOptions options) {
    Problems problems = new Problems();
    return DocumentComparison.of(plan(older, options, problems), plan(newer, options, problems));
  }

  /**
   * The plan of a document.
   *
   * @param problems receives its warnings
   * @throws dev.dragoman.generator.problem.GenerationException if the document is rejected
   */
  public static ServerPlan plan(SpecInput input, GenerationOptions options, Problems problems) {
    ReadResult read = SpecReader.read(input.document(), input.readOptions(), problems);
    ServerPlan plan = Planner.plan(read.model(), options, problems);
    problems.throwIfErrors();
    return plan;
  }
}
