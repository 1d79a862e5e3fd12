package dev.dragoman.benchmarks.scale;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A number of operations, with everything that has been measured for it so far. */
final class Size {
  final int operations;
  final Path document;
  final Path out;
  final List<Double> generate = new ArrayList<>();
  final List<Double> compile = new ArrayList<>();
  final List<Double> pack = new ArrayList<>();
  final List<Double> cpu = new ArrayList<>();
  final List<Double> start = new ArrayList<>();
  final List<Double> firstSearch = new ArrayList<>();
  final List<Double> firstExecute = new ArrayList<>();
  double runMillis;
  double runMegabytes;
  double documentBytes;
  double sourceBytes;
  double jarBytes;
  double resourceBytes;
  double indexBytes;

  Size(int operations, Path folder) {
    this.operations = operations;
    this.document = folder.resolve(operations + ".json");
    this.out = folder.resolve("server-" + operations);
  }

  Path jar() {
    return out.resolve("server.jar");
  }

  double perOperation(double value) {
    return value / operations;
  }
}
