package dev.dragoman.benchmarks.search;

import dev.dragoman.benchmarks.arguments.Folder;
import dev.dragoman.runtime.search.rank.RankingWeights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The arguments for scoring sets of tasks. */
final class SetsCall {
  @Parameters(
      paramLabel = "DIR",
      converter = Folder.class,
      description =
          "The folder of the sets: each SET.jsonl with SET.openapi.json or .yaml beside it, in"
              + " subfolders too.")
  private Path folder;

  @Option(names = "--lexical", description = "Measure without the semantic module only.")
  private boolean lexicalOnly;

  @Option(
      names = "--predictions",
      paramLabel = "DIR",
      description = "Write the rankings to DIR, a SET.jsonl for each set.")
  private Optional<Path> predictions;

  @Option(
      names = "--mean",
      paramLabel = "SET",
      split = ",",
      description = "Print the mean of these sets too.")
  private @Nullable List<String> core;

  @Option(
      names = "--leave-one-out",
      description = "Print how weights that are chosen on all sets but one do on that one.")
  private boolean leaveOneOut;

  @Option(names = "--ablation", description = "Print the scores without each part of the ranking.")
  private boolean ablation;

  @Option(
      names = "--set",
      paramLabel = "WEIGHT=VALUE",
      converter = {WeightName.class, WeightValue.class},
      description = "Measure with another value of a weight of the ranking.")
  private @Nullable Map<String, Double> weights;

  @Option(
      names = "--combined",
      paramLabel = "SET",
      split = ",",
      description =
          "Print instead how well the APIs of these sets are searched as one server: each with its"
              + " vendor given, named in the query, and not named.")
  private @Nullable List<String> combined;

  @Option(
      names = "--misses",
      paramLabel = "SET",
      description = "Print the tasks of this set that search misses.")
  private Optional<String> misses;

  /** Converts the name of a weight of the ranking. */
  private static final class WeightName implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      if (!Weights.names().contains(name)) {
        throw new TypeConversionException(
            "There is no weight '" + name + "'. The weights are " + Weights.names());
      }
      return name;
    }
  }

  /** Converts a number. */
  private static final class WeightValue implements ITypeConverter<Double> {
    @Override
    public Double convert(String value) {
      try {
        return Double.valueOf(value);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + value + "' is not a number");
      }
    }
  }

  /** The folder of the sets. */
  Path folder() {
    return folder;
  }

  /** The folder for the rankings. */
  Optional<Path> predictions() {
    return predictions;
  }

  /** The set whose missed tasks are printed. */
  Optional<String> misses() {
    return misses;
  }

  /** The sets for the additional mean. */
  List<String> core() {
    return core == null ? List.of() : core;
  }

  /** The sets whose APIs are searched as one server; empty if none are. */
  List<String> combined() {
    return combined == null ? List.of() : combined;
  }

  boolean leaveOneOut() {
    return leaveOneOut;
  }

  boolean ablation() {
    return ablation;
  }

  /** Whether to measure only without the semantic module. */
  boolean lexicalOnly() {
    return lexicalOnly;
  }

  /** The weights of the ranking. */
  RankingWeights ranking() {
    RankingWeights ranking = RankingWeights.DEFAULT;
    if (weights != null) {
      for (Map.Entry<String, Double> weight : weights.entrySet()) {
        ranking = Weights.with(ranking, weight.getKey(), weight.getValue());
      }
    }
    return ranking;
  }
}
