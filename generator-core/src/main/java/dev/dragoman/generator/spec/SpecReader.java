package dev.dragoman.generator.spec;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.ApiModel.Dialect;
import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.node.NodeReader;
import dev.dragoman.generator.spec.operation.NormalizationContext;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.schema.SchemaNormalizer;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.generator.spec.source.ReadResult;
import dev.dragoman.generator.spec.source.References;
import dev.dragoman.generator.spec.source.SourceFiles;
import dev.dragoman.generator.spec.text.SuspiciousText;
import dev.dragoman.generator.spec.tree.DocumentParser;
import dev.dragoman.generator.spec.tree.ReadLimits;
import dev.dragoman.generator.spec.tree.SourceText;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 or Swagger 2.0 document in JSON or YAML, including the files to
 * which it refers. Never opens a file outside its folder, and never fetches anything.
 */
public final class SpecReader {
  private SpecReader() {}

  /**
   * Reads a document with the default options.
   *
   * @param problems receives the problems of the document, including warnings
   * @throws GenerationException with all problems if any of them is an error
   */
  public static ApiModel read(Path document, Problems problems) {
    return read(document, ReadOptions.DEFAULT, problems).model();
  }

  /**
   * Reads a document.
   *
   * @param problems receives the problems of the document, including warnings
   * @throws GenerationException with all problems if any of them is an error
   */
  public static ReadResult read(Path document, ReadOptions options, Problems problems) {
    try {
      SourceFiles sources = new SourceFiles(document, options, problems);
      ApiModel model = model(sources, options, problems);
      SuspiciousText.check(sources.roots(), model, problems);
      problems.throwIfErrors();
      return new ReadResult(model, sources.files().digests(), license(sources.entry().root()));
    } catch (LocatedException e) {
      e.problem().error(problems, e.location(), e.what(), e.hint());
      throw new GenerationException(problems.all());
    }
  }

  /**
   * The contents of another file supplied by the user, JSON or YAML, within the limits of a
   * document.
   *
   * @throws GenerationException if it cannot be read
   */
  public static Json tree(Path file, Problems problems) {
    try {
      String text = SourceText.read(file, file.toString(), ReadLimits.DEFAULT.bytes());
      return new DocumentParser(ReadLimits.DEFAULT, problems).parse(text, file.toString());
    } catch (LocatedException e) {
      e.problem().error(problems, e.location(), e.what(), e.hint());
      throw new GenerationException(problems.all());
    }
  }

  /** The license of the document as text (OpenAPI 3.1, section 4.8.4); empty if there is none. */
  private static String license(Json root) {
    Json.Obj info = root instanceof Json.Obj document ? document.object("info") : null;
    Json.Obj license = info == null ? null : info.object("license");
    return license == null
        ? ""
        : Stream.of("name", "identifier", "url")
            .map(license::text)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
  }

  /** Whether schemas can be referenced by {@code $id}, which earlier versions do not support. */
  private static boolean byIdentifier(Dialect dialect) {
    return dialect == Dialect.OPENAPI_3_1 || dialect == Dialect.OPENAPI_3_2;
  }

  private static ApiModel model(SourceFiles sources, ReadOptions options, Problems problems) {
    Json root = sources.entry().root();
    Dialect dialect = Versions.of(root);
    References references = new References(sources, byIdentifier(dialect));
    NodeReader nodes = new NodeReader(references, problems);
    SchemaNormalizer schemas = new SchemaNormalizer(nodes, references);
    return new ApiNormalizer(
            new NormalizationContext(dialect, nodes, schemas, options), (Json.Obj) root)
        .model();
  }
}
