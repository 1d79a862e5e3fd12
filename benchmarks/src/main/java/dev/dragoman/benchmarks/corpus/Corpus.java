package dev.dragoman.benchmarks.corpus;

import dev.dragoman.benchmarks.BadInputException;
import dev.dragoman.generator.SpecInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The documents of a folder: those in the first column of its {@code index.tsv}, below a header
 * line, or otherwise every JSON or YAML file in it or its subfolders that declares a version of
 * OpenAPI or Swagger at its top level.
 */
public final class Corpus {
  /** Declarations in other files are further down, inside examples. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?m)^(\\s{0,4}[\"']?|\\s*\\{\\s*[\"'])(openapi|swagger)[\"']?\\s*:\\s*[\"']?[123]\\.");

  private Corpus() {}

  /**
   * A document.
   *
   * @param name its path relative to the folder
   * @param input the document, with the folder that its references must not leave
   */
  public record Document(String name, SpecInput input) {}

  /**
   * All documents, in the order of the index or of their names.
   *
   * @throws BadInputException if the folder contains none
   */
  public static List<Document> of(Path folder) throws IOException {
    Path index = folder.resolve("index.tsv");
    List<String> names = Files.isRegularFile(index) ? listed(index) : found(folder);
    if (names.isEmpty()) {
      throw new BadInputException("There is no OpenAPI document in " + folder + ".");
    }
    return names.stream().map(name -> document(folder, name)).toList();
  }

  private static List<String> listed(Path index) throws IOException {
    return Files.readAllLines(index).stream()
        .skip(1)
        .map(line -> line.split("\t", -1)[0])
        .filter(name -> !name.isBlank())
        .toList();
  }

  private static List<String> found(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Corpus::isDocument)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static boolean isDocument(Path file) {
    if (!Files.isRegularFile(file) || !file.toString().matches(".*\\.(json|ya?ml)")) {
      return false;
    }
    try {
      return VERSION.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      // Not UTF-8: whether it is a document is for the generator to decide and report.
      return true;
    }
  }

  /** References of a document in a folder of its own may refer to everything in that folder. */
  private static Document document(Path folder, String name) {
    int slash = name.indexOf('/');
    Optional<Path> root =
        slash < 0 ? Optional.empty() : Optional.of(folder.resolve(name.substring(0, slash)));
    return new Document(name, new SpecInput(folder.resolve(name), root, Set.of()));
  }
}
