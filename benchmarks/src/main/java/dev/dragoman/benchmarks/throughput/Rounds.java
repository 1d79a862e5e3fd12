package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.measure.Medians;
import dev.dragoman.benchmarks.throughput.load.Kind;
import dev.dragoman.benchmarks.throughput.load.LoadClient;
import dev.dragoman.benchmarks.throughput.load.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Loads on several targets, in turn in each round, so that all are affected equally by the state of
 * the machine.
 */
final class Rounds {
  private final Map<Target, List<Target.Measured>> results = new LinkedHashMap<>();

  private Rounds() {}

  /** Measures each target in each round. */
  static Rounds run(LoadClient client, List<Target> targets, Plan plan, int rounds)
      throws IOException, InterruptedException {
    Rounds all = new Rounds();
    for (int round = 1; round <= rounds; round++) {
      System.err.println("throughput: callers: " + plan.callers() + ", round " + round);
      for (Target target : targets) {
        all.results
            .computeIfAbsent(target, key -> new ArrayList<>())
            .add(target.measure(client, plan));
      }
    }
    return all;
  }

  List<Target> targets() {
    return List.copyOf(results.keySet());
  }

  Optional<Target> find(String name, Kind kind) {
    return results.keySet().stream()
        .filter(target -> target.name().equals(name) && target.kind() == kind)
        .findFirst();
  }

  /** The median of a figure over all rounds; empty if the target was not measured. */
  OptionalDouble median(String name, Kind kind, ToDoubleFunction<Target.Measured> figure) {
    return find(name, kind)
        .map(target -> OptionalDouble.of(median(target, figure)))
        .orElse(OptionalDouble.empty());
  }

  /** The median of a figure over all rounds. */
  double median(Target target, ToDoubleFunction<Target.Measured> figure) {
    return Medians.of(
        results.getOrDefault(target, List.of()).stream().map(figure::applyAsDouble).toList());
  }

  /**
   * The median of the difference to another target in the same round; empty if one of them was not
   * measured.
   */
  OptionalDouble added(Target target, String other, ToDoubleFunction<Target.Measured> figure) {
    Optional<Target> base = find(other, target.kind());
    if (base.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<Target.Measured> own = results.getOrDefault(target, List.of());
    List<Target.Measured> others = results.getOrDefault(base.get(), List.of());
    List<Double> differences = new ArrayList<>();
    for (int round = 0; round < own.size(); round++) {
      differences.add(
          figure.applyAsDouble(own.get(round)) - figure.applyAsDouble(others.get(round)));
    }
    return OptionalDouble.of(Medians.of(differences));
  }
}
