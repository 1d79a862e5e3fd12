package dev.dragoman.generator.module;

import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.plan.build.Planner;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.spec.SpecReader;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.source.ReadOptions;
import dev.dragoman.generator.spec.source.ReadResult;
import dev.dragoman.generator.vendor.Documents;
import dev.dragoman.generator.vendor.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A document from a source that can become a server.
 *
 * @param name the name of the document's file
 * @param files contents by name relative to the vendor's folder; the document first
 * @param license the license according to the document; empty if there is none
 * @param plan the server
 * @param warnings the warnings about the document, with locations in the source
 */
record VendoredDocument(
    String name,
    Map<String, byte[]> files,
    String license,
    ServerPlan plan,
    List<Problem> warnings) {

  /**
   * Gets a document and plans its server.
   *
   * @throws GenerationException if it cannot be fetched, does not have the expected digest, or is
   *     rejected
   */
  static VendoredDocument of(VendorRequest request, Source source, GenerationOptions options)
      throws IOException {
    byte[] bytes = Documents.get(source, request.base(), request.fetch(), request.offline());
    request.sha256().ifPresent(expected -> Documents.check(bytes, expected, source));
    return source.url().isPresent()
        ? fetched(bytes, source, options)
        : local(request.base().resolve(source.text()), bytes, options);
  }

  byte[] document() {
    return Objects.requireNonNull(files.get(name));
  }

  /**
   * Reads a fetched document in a temporary folder, so that an invalid one never gets into the
   * project.
   */
  private static VendoredDocument fetched(byte[] bytes, Source source, GenerationOptions options)
      throws IOException {
    String name = Documents.fileName(bytes);
    Path folder = Files.createTempDirectory("dragoman");
    Path file = folder.resolve(name);
    try {
      Files.write(file, bytes);
      VendoredDocument taken = read(file, name, Map.of(name, bytes), options, source.text());
      refuseParts(taken.warnings());
      return taken;
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /** Rejects a document in several files, of which only one was fetched. */
  private static void refuseParts(List<Problem> warnings) {
    List<Problem> missing =
        warnings.stream()
            .filter(warning -> warning.code().equals(SpecProblem.MISSING_FILE.code()))
            .map(Problem::asError)
            .toList();
    if (!missing.isEmpty()) {
      throw new GenerationException(missing);
    }
  }

  private static VendoredDocument local(Path file, byte[] bytes, GenerationOptions options)
      throws IOException {
    Problems problems = new Problems();
    ReadResult read = SpecReader.read(file, ReadOptions.DEFAULT, problems);
    refuseEdited(read, file.toRealPath(), bytes);
    Path folder = Objects.requireNonNull(file.toRealPath().getParent());
    boolean single = read.files().size() == 1;
    String name = single ? Documents.fileName(bytes) : file.toRealPath().getFileName().toString();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name, bytes);
    for (Path other : read.files().subList(1, read.files().size())) {
      byte[] content = Files.readAllBytes(other);
      refuseEdited(read, other, content);
      files.put(folder.relativize(other).toString(), content);
    }
    return new VendoredDocument(
        name,
        files,
        read.license(),
        plan(read, options, problems),
        moved(problems.all(), file, file.toString()));
  }

  /**
   * Fails if a file differs from the one that was checked, because it was edited in the meantime.
   */
  public static void refuseEdited(ReadResult read, Path file, byte[] taken) {
    if (!Documents.sha256(taken).equals(read.inputs().get(file))) {
      throw Documents.edited(file);
    }
  }

  private static ServerPlan plan(ReadResult read, GenerationOptions options, Problems problems) {
    ServerPlan plan = Planner.plan(read.model(), options, problems);
    problems.throwIfErrors();
    return plan;
  }

  private static VendoredDocument read(
      Path file, String name, Map<String, byte[]> files, GenerationOptions options, String source) {
    Problems problems = new Problems();
    try {
      ReadResult read = SpecReader.read(file, ReadOptions.DEFAULT, problems);
      ServerPlan plan = plan(read, options, problems);
      List<Problem> warnings = moved(problems.all(), file, source);
      return new VendoredDocument(name, files, read.license(), plan, warnings);
    } catch (GenerationException e) {
      throw new GenerationException(moved(e.problems(), file, source));
    }
  }

  /** Problems with their locations in the source instead of the file that was read. */
  private static List<Problem> moved(List<Problem> problems, Path file, String source) {
    return problems.stream().map(problem -> moved(problem, file, source)).toList();
  }

  private static Problem moved(Problem problem, Path file, String source) {
    Location place = problem.location();
    if (!place.file().equals(file.toString())) {
      return problem;
    }
    return new Problem(
        problem.code(),
        problem.severity(),
        new Location(source, place.line(), place.column(), place.pointer()),
        problem.message(),
        problem.hint());
  }
}
