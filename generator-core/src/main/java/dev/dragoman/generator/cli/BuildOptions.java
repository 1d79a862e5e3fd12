package dev.dragoman.generator.cli;

import dev.dragoman.generator.GenerationRequest;
import dev.dragoman.generator.GeneratorBuild;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.config.Configuration;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.write.OutputFolders;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for on the command line.
 *
 * @param spec the document
 * @param root the folder that references may not leave
 * @param out folder of everything that is made
 * @param lib folder with the libraries a server needs
 * @param apiName the vendor's word
 * @param semantic folder with the libraries of the semantic module; empty for a search by words
 * @param packageName package of the generated classes
 * @param configuration what the operator says about the API
 * @param strict whether a warning about the document ends the run as an error does
 */
record BuildOptions(
    Path spec,
    Optional<Path> root,
    Path out,
    Path lib,
    Optional<String> apiName,
    Optional<Path> semantic,
    Optional<String> packageName,
    Configuration configuration,
    boolean strict) {
  private static final String STRICT = "--strict";
  private static final List<String> NAMES =
      List.of(
          "--spec",
          "--root",
          "--out",
          "--lib",
          "--name",
          "--semantic",
          "--package",
          "--config",
          "--overlay");

  static BuildOptions parse(String[] args) {
    Map<String, String> values = new HashMap<>();
    boolean strict = List.of(args).contains(STRICT);
    String[] pairs = Arrays.stream(args).filter(arg -> !arg.equals(STRICT)).toArray(String[]::new);
    for (int i = 0; i < pairs.length; i += 2) {
      if (!NAMES.contains(pairs[i]) || i + 1 == pairs.length) {
        throw new BadCallException(
            "cannot read "
                + pairs[i]
                + "; options, each with a value, are "
                + NAMES
                + "; one without is "
                + STRICT);
      }
      values.put(pairs[i], pairs[i + 1]);
    }
    return new BuildOptions(
        Path.of(required(values.get("--spec"), "--spec")),
        Optional.ofNullable(values.get("--root")).map(Path::of),
        Path.of(required(values.get("--out"), "--out")),
        Path.of(required(values.get("--lib"), "--lib")),
        Optional.ofNullable(values.get("--name")),
        Optional.ofNullable(values.get("--semantic")).map(Path::of),
        Optional.ofNullable(values.get("--package")),
        configuration(values),
        strict);
  }

  /** Overlays of the command line are applied after those of the file. */
  private static Configuration configuration(Map<String, String> values) {
    String file = values.get("--config");
    Configuration read = file == null ? Configuration.NONE : Configuration.read(Path.of(file));
    String overlay = values.get("--overlay");
    return overlay == null ? read : read.withOverlay(Path.of(overlay));
  }

  private static String required(@Nullable String value, String name) {
    if (value == null) {
      throw new BadCallException(name + " is missing");
    }
    return value;
  }

  /** The folders with the libraries that the server needs. */
  List<Path> libraries() {
    return Stream.concat(Stream.of(lib), semantic.stream()).toList();
  }

  GenerationRequest request() {
    return new GenerationRequest(
        new SpecInput(spec, root, Set.of(), configuration.overlays(), strict),
        new GenerationOptions(
                apiName.or(configuration::apiName),
                packageName.or(configuration::packageName).orElse("server"),
                configuration.baseUrl())
            .withOperator(configuration.choices())
            .withSemanticSearch(semantic.isPresent()),
        OutputFolders.below(out.resolve("generated")),
        GeneratorBuild.identity());
  }
}
