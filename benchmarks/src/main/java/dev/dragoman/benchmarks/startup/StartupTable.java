package dev.dragoman.benchmarks.startup;

import dev.dragoman.benchmarks.serving.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, and whether it is good enough. */
final class StartupTable {
  /** Of the time that the TypeScript SDK's server with one tool takes. */
  private static final double MOST_OF_TYPESCRIPT = 0.7;

  private static final double MOST_MEGABYTES_STDIO = 60;
  private static final double MOST_MEGABYTES_HTTP = 80;

  private final Map<Contender, List<Double>> millis = new LinkedHashMap<>();
  private final Map<Contender, Footprint> stdio = new LinkedHashMap<>();
  private final Map<Contender, Footprint> http = new LinkedHashMap<>();

  void time(Contender contender, double value) {
    millis.computeIfAbsent(contender, one -> new ArrayList<>()).add(value);
  }

  void stdio(Contender contender, Footprint footprint) {
    stdio.put(contender, footprint);
  }

  void http(Contender contender, Footprint footprint) {
    http.put(contender, footprint);
  }

  /** Prints all; returns what falls short, a line each. */
  List<String> print() {
    double unit = typescript();
    List<String> rows = new ArrayList<>();
    rows.add("server\ttools/list ms\tof TypeScript\tidle stdio MB\tPSS\tidle HTTP MB\tPSS");
    millis.forEach((contender, values) -> rows.add(row(contender, Figures.median(values), unit)));
    Figures.print(rows);
    List<String> shortcomings = new ArrayList<>();
    millis.forEach(
        (contender, values) -> {
          if (contender.isArchived()) {
            judge(contender, unit == 0 ? 0 : Figures.median(values) / unit, shortcomings);
          }
        });
    return shortcomings;
  }

  private double typescript() {
    return millis.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(Contender.TYPESCRIPT))
        .mapToDouble(entry -> Figures.median(entry.getValue()))
        .findFirst()
        .orElse(0);
  }

  private String row(Contender contender, double median, double unit) {
    return String.join(
        "\t",
        contender.name(),
        Figures.text(median),
        unit == 0 ? "-" : Figures.text(median / unit),
        cells(stdio, contender),
        cells(http, contender));
  }

  private static String cells(Map<Contender, Footprint> measured, Contender contender) {
    Footprint footprint = measured.get(contender);
    return footprint == null
        ? "-\t-"
        : Figures.text(footprint.residentMegabytes())
            + "\t"
            + Figures.text(footprint.proportionalMegabytes());
  }

  private void judge(Contender contender, double ratio, List<String> shortcomings) {
    if (ratio > MOST_OF_TYPESCRIPT) {
      shortcomings.add(
          contender.name() + " takes " + Figures.text(ratio) + " of TypeScript's time");
    }
    judge(contender, "stdio", stdio, MOST_MEGABYTES_STDIO, shortcomings);
    judge(contender, "HTTP", http, MOST_MEGABYTES_HTTP, shortcomings);
  }

  private static void judge(
      Contender contender,
      String transport,
      Map<Contender, Footprint> measured,
      double most,
      List<String> shortcomings) {
    Footprint footprint = measured.get(contender);
    if (footprint != null && footprint.residentMegabytes() > most) {
      shortcomings.add(
          "%s holds %s MB when idle over %s, and may hold %.0f"
              .formatted(
                  contender.name(), Figures.text(footprint.residentMegabytes()), transport, most));
    }
  }
}
