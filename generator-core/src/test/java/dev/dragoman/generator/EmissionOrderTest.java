package dev.dragoman.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.generator.emit.GeneratedFile;
import dev.dragoman.generator.emit.java.JavaEmitter;
import dev.dragoman.generator.emit.resource.ResourceEmitter;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Files are printed by several threads; neither their order nor their bytes may show it. */
class EmissionOrderTest {
  @Test
  void isTheSameWithOneThreadAndWithMany() throws Exception {
    Problems problems = new Problems();
    ServerPlan plan =
        Planner.plan(
            SpecReader.read(Path.of("../sample-specs/petshop.yaml"), problems),
            GenerationOptions.inPackage("server"),
            problems);
    List<String> one = files(plan, 1);
    assertThat(one).hasSizeGreaterThan(10);
    for (int i = 0; i < 5; i++) {
      assertThat(files(plan, 8)).isEqualTo(one);
    }
  }

  private static List<String> files(ServerPlan plan, int threads) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> files(plan)).get();
    } finally {
      pool.shutdown();
    }
  }

  private static List<String> files(ServerPlan plan) {
    List<GeneratedFile> files = new ArrayList<>(JavaEmitter.emit(plan));
    files.addAll(ResourceEmitter.emit(plan));
    return files.stream()
        .map(file -> file + "\n" + new String(file.bytes(), StandardCharsets.ISO_8859_1))
        .toList();
  }
}
