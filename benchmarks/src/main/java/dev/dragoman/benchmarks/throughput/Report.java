package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.serving.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Prints tables of figures. */
final class Report {
  private Report() {}

  static void warmUp(List<WarmUp.Course> courses) {
    List<String> rows = new ArrayList<>();
    rows.add("request\tserver\tfirst second\tsteady calls/s\t80 % after s\t95 % after s\tsteady");
    for (WarmUp.Course course : courses) {
      Curve curve = course.curve();
      rows.add(
          String.join(
              "\t",
              course.target().kind().title(),
              course.target().name(),
              Figures.text(curve.first()),
              Figures.text(curve.steady()),
              Figures.text(curve.secondsTo(Criteria.WARM)),
              Figures.text(curve.secondsTo(0.95)),
              course.steady() ? "yes" : "not yet"));
    }
    table("From the start of the process, eight callers", rows);
  }

  static void rounds(String title, Rounds rounds) {
    List<String> rows = new ArrayList<>();
    rows.add("request\tserver\tp50 ms\tp99 ms\tcalls/s\tCPU µs/call\tadded p50 ms\tadded p99 ms");
    for (Target target : rounds.targets()) {
      rows.add(
          String.join(
              "\t",
              target.kind().title(),
              target.name(),
              text(rounds, target, one -> one.load().median()),
              text(rounds, target, one -> one.load().p99()),
              text(rounds, target, one -> one.load().perSecond()),
              text(rounds, target, Target.Measured::cpuMicros),
              text(rounds.added(target, Targets.DIRECT, one -> one.load().median())),
              text(rounds.added(target, Targets.DIRECT, one -> one.load().p99()))));
    }
    table(title, rows);
  }

  /** Prints the criteria; returns whether none is missed. */
  static boolean verdict(List<Criterion> criteria) {
    List<String> rows = new ArrayList<>(List.of("\tcriterion\tmeasured\tbound"));
    criteria.forEach(criterion -> rows.add(criterion.row()));
    table("Criteria", rows);
    return criteria.stream().noneMatch(Criterion::isMissed);
  }

  private static String text(
      Rounds rounds, Target target, ToDoubleFunction<Target.Measured> figure) {
    return text(OptionalDouble.of(rounds.median(target, figure)));
  }

  private static String text(OptionalDouble value) {
    return value.isEmpty() || Double.isNaN(value.getAsDouble())
        ? "-"
        : Figures.text(value.getAsDouble());
  }

  private static void table(String title, List<String> rows) {
    System.out.println(title + ":");
    Figures.print(rows);
    System.out.println();
  }
}
