package dev.dragoman.benchmarks.throughput;

import dev.dragoman.benchmarks.measure.Jdk;
import dev.dragoman.benchmarks.throughput.load.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the figures of a run are judged by. */
final class Criteria {
  /** The share of the steady rate that counts as warm. */
  static final double WARM = 0.8;

  private static final int CURRENT_JAVA = 25;

  private Criteria() {}

  /**
   * The criteria of a full run, for each version of Java.
   *
   * @param busy callers without a pause
   * @param unhurried one caller with a pause
   */
  static List<Criterion> full(
      List<Jdk> jdks, Rounds busy, Rounds unhurried, List<WarmUp.Course> courses) {
    List<Criterion> criteria = new ArrayList<>();
    for (Jdk jdk : jdks) {
      String name = jdk.toString();
      criteria.add(ratio(busy, name, Kind.EXECUTE, 6));
      criteria.add(ratio(busy, name, Kind.LIST, 11));
      criteria.add(
          Criterion.atLeast(
              name + ": searches per second",
              busy.median(name, Kind.SEARCH, one -> one.load().perSecond()),
              12_000));
      criteria.add(
          Criterion.atMost(
              name + ": processor time of an execute, µs",
              known(busy.median(name, Kind.EXECUTE, Target.Measured::cpuMicros)),
              jdk.feature() < CURRENT_JAVA ? 180 : 120));
      criteria.addAll(latency(name, unhurried));
      criteria.addAll(warmUp(name, courses));
    }
    return criteria;
  }

  /**
   * The criteria of a quick run. The server is not warm yet; on a busy machine its compiler threads
   * wait for a processor, and it may be hardly faster than the peer.
   */
  static List<Criterion> quick(List<Jdk> jdks, Rounds busy) {
    return jdks.stream().map(jdk -> ratio(busy, jdk.toString(), Kind.EXECUTE, 0.5)).toList();
  }

  private static List<Criterion> latency(String name, Rounds unhurried) {
    List<Criterion> criteria = new ArrayList<>();
    unhurried
        .find(name, Kind.EXECUTE)
        .ifPresent(
            target -> {
              criteria.add(
                  Criterion.atMost(
                      name + ": added by an execute of one caller, p50, ms",
                      unhurried.added(target, Targets.DIRECT, one -> one.load().median()),
                      0.3));
              criteria.add(
                  Criterion.atMost(
                      name + ": added by an execute of one caller, p99, ms",
                      unhurried.added(target, Targets.DIRECT, one -> one.load().p99()),
                      3));
            });
    return criteria;
  }

  private static List<Criterion> warmUp(String name, List<WarmUp.Course> courses) {
    return courses.stream()
        .filter(course -> course.target().name().equals(name))
        .map(
            course ->
                Criterion.atMost(
                    name + ": from start to 80 % of the steady rate, " + kind(course) + ", s",
                    OptionalDouble.of(course.curve().secondsTo(WARM)),
                    10))
        .toList();
  }

  private static String kind(WarmUp.Course course) {
    return course.target().kind().title();
  }

  private static Criterion ratio(Rounds busy, String name, Kind kind, double bound) {
    OptionalDouble ours = busy.median(name, kind, one -> one.load().perSecond());
    OptionalDouble theirs = busy.median(Targets.PEER, kind, one -> one.load().perSecond());
    return Criterion.atLeast(
        name + ": " + kind.title() + " per second, to the TypeScript SDK's server",
        ours.isPresent() && theirs.isPresent()
            ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
            : OptionalDouble.empty(),
        bound);
  }

  private static OptionalDouble known(OptionalDouble value) {
    return value.isPresent() && Double.isNaN(value.getAsDouble()) ? OptionalDouble.empty() : value;
  }
}
