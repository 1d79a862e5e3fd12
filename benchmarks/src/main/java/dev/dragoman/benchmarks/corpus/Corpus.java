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
 * The documents of a folder: those that its {@code index.tsv} lists in the first column, below a
 * line of headings, else every JSON or YAML file in it or its subfolders that says at its top level
 * which version of OpenAPI or Swagger it is.
 */
public final class Corpus {
  /** Headings of other files stand further down, inside examples. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?m)^(\\s{0,4}[\"']?|\\s*\\{\\s*[\"'])(openapi|swagger)[\"']?\\s*:\\s*[\"']?[123]\\.");

  private Corpus() {}

  /**
   * A document.
   *
   * @param name its path below the folder
   * @param input the document, with the folder that its references may not leave
   */
  public record Document(String name, SpecInput input) {}

  /**
   * All of them, in the order of the index or of their names.
   *
   * @throws BadInputException when the folder contains none
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
      // No UTF-8: whether it is a document, the generator decides and says.
      return true;
    }
  }

  /** References of a document that has a folder to itself may reach all of that. */
  private static Document document(Path folder, String name) {
    int slash = name.indexOf('/');
    Optional<Path> root =
        slash < 0 ? Optional.empty() : Optional.of(folder.resolve(name.substring(0, slash)));
    return new Document(name, new SpecInput(folder.resolve(name), root, Set.of()));
  }
}
