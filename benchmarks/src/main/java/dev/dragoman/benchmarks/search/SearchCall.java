package dev.dragoman.benchmarks.search;

import dev.dragoman.benchmarks.BadCallException;
import dev.dragoman.runtime.search.rank.RankingWeights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of the search command. */
final class SearchCall {
  private Optional<Path> folder = Optional.empty();
  private Optional<Path> predictions = Optional.empty();
  private Optional<String> misses = Optional.empty();
  private final List<String> core = new ArrayList<>();
  private boolean leaveOneOut;
  private boolean ablation;
  private boolean lexicalOnly;
  private RankingWeights ranking = RankingWeights.DEFAULT;

  private SearchCall() {}

  static SearchCall read(List<String> arguments) {
    SearchCall call = new SearchCall();
    List<String> rest = new ArrayList<>(arguments);
    while (!rest.isEmpty()) {
      call.take(rest.remove(0), rest);
    }
    return call;
  }

  private void take(String argument, List<String> rest) {
    switch (argument) {
      case "--predictions" -> predictions = Optional.of(Path.of(value(argument, rest)));
      case "--misses" -> misses = Optional.of(value(argument, rest));
      case "--mean" -> core.addAll(List.of(value(argument, rest).split(",", -1)));
      case "--leave-one-out" -> leaveOneOut = true;
      case "--ablation" -> ablation = true;
      case "--lexical" -> lexicalOnly = true;
      case "--set" -> set(value(argument, rest));
      default -> folder(argument);
    }
  }

  private void folder(String argument) {
    if (argument.startsWith("--") || folder.isPresent()) {
      throw new BadCallException("I do not know what to do with " + argument + ".");
    }
    folder = Optional.of(Path.of(argument));
  }

  private void set(String assignment) {
    String[] parts = assignment.split("=", 2);
    try {
      ranking = Weights.with(ranking, parts[0], Double.parseDouble(parts[parts.length - 1]));
    } catch (NumberFormatException e) {
      throw new BadCallException("--set takes WEIGHT=NUMBER, not " + assignment + ".");
    }
  }

  private static String value(String option, List<String> rest) {
    if (rest.isEmpty()) {
      throw new BadCallException(option + " needs a value.");
    }
    return rest.remove(0);
  }

  /** Where the sets are. */
  Path folder() {
    return folder.orElseThrow(() -> new BadCallException("Name the folder of the sets."));
  }

  /** Where to write the rankings. */
  Optional<Path> predictions() {
    return predictions;
  }

  /** The set whose missed tasks to print. */
  Optional<String> misses() {
    return misses;
  }

  /** The sets to print a mean of. */
  List<String> core() {
    return List.copyOf(core);
  }

  boolean leaveOneOut() {
    return leaveOneOut;
  }

  boolean ablation() {
    return ablation;
  }

  /** Whether to measure without the semantic module only. */
  boolean lexicalOnly() {
    return lexicalOnly;
  }

  /** The weights to measure with. */
  RankingWeights ranking() {
    return ranking;
  }
}
