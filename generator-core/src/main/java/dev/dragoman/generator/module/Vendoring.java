package dev.dragoman.generator.module;

import dev.dragoman.generator.DocumentDiff;
import dev.dragoman.generator.SpecInput;
import dev.dragoman.generator.diff.Comparison;
import dev.dragoman.generator.diff.DocumentComparison;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.GenerationException;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.problem.Problems;
import dev.dragoman.generator.vendor.Documents;
import dev.dragoman.generator.vendor.Provenance;
import dev.dragoman.generator.vendor.Source;
import dev.dragoman.generator.write.FileSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Adds a document to a project, or updates it. */
public final class Vendoring {
  private static final GenerationOptions OPTIONS = GenerationOptions.inPackage("vendor");

  private final VendorRequest request;

  private Vendoring(VendorRequest request) {
    this.request = request;
  }

  /**
   * The outcome.
   *
   * @param document the document in the project
   * @param provenance its origin
   * @param written whether any file changed
   * @param warnings the warnings about the document
   */
  public record Outcome(
      Path document, Provenance provenance, boolean written, List<Problem> warnings) {
    public Outcome {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Gets the document, checks that it can become a server, reports the changes, and only then
   * writes it, with {@code SOURCE.txt} next to it.
   *
   * @param tell receives the changes from the existing document before it is replaced
   * @throws GenerationException if the document cannot be fetched or used; nothing has changed in
   *     this case
   * @throws IOException if a file cannot be written; nothing has changed in this case either
   */
  public static Outcome vendor(VendorRequest request, Consumer<Comparison> tell)
      throws IOException {
    return new Vendoring(request).run(tell);
  }

  private Outcome run(Consumer<Comparison> tell) throws IOException {
    Source source = source();
    VendoredDocument taken = VendoredDocument.of(request, source, OPTIONS);
    Path folder = request.folder().resolve(slug(taken.plan()));
    Optional<Provenance> earlier = Provenance.read(folder);
    if (earlier.isEmpty() && Files.exists(folder.resolve(taken.name()))) {
      throw Documents.occupied(folder.resolve(taken.name()));
    }
    earlier
        .flatMap(known -> plan(folder.resolve(known.document())))
        .ifPresent(old -> tell.accept(DocumentComparison.of(old, taken.plan())));
    String name =
        taken.files().size() > 1
            ? taken.name()
            : earlier.map(Provenance::document).orElse(taken.name());
    Provenance provenance = provenance(source, taken, name);
    boolean same = earlier.filter(known -> isSame(known, provenance, folder, taken)).isPresent();
    if (!same && !request.dryRun()) {
      files(folder, taken, provenance).write();
    }
    return new Outcome(
        folder.resolve(name), provenance, !same && !request.dryRun(), taken.warnings());
  }

  /** The files of a document. */
  static FileSet files(Path folder, VendoredDocument taken, Provenance provenance) {
    FileSet files = new FileSet();
    taken
        .files()
        .forEach(
            (name, bytes) ->
                files.add(
                    folder.resolve(name.equals(taken.name()) ? provenance.document() : name),
                    bytes));
    String text = provenance.text();
    return files.add(folder.resolve(Provenance.FILE), text.getBytes(StandardCharsets.UTF_8));
  }

  Provenance provenance(Source source, VendoredDocument taken, String name) {
    return new Provenance(
        source.text(),
        request.today().toString(),
        Documents.sha256(taken.document()),
        taken.license(),
        taken.plan().model().title() + " " + taken.plan().model().version(),
        name);
  }

  static Vendoring of(VendorRequest request) {
    return new Vendoring(request);
  }

  /** Whether nothing has changed; a new date alone is not a change. */
  private static boolean isSame(
      Provenance known, Provenance now, Path folder, VendoredDocument taken) {
    try {
      return known.source().equals(now.source())
          && known.sha256().equals(now.sha256())
          && taken.files().size() == 1
          && Documents.sha256(Files.readAllBytes(folder.resolve(known.document())))
              .equals(now.sha256());
    } catch (IOException e) {
      return false;
    }
  }

  Source source() throws IOException {
    if (request.source().isPresent()) {
      return Source.of(request.source().get(), request.fetch().advice());
    }
    Path folder = request.folder().resolve(request.vendor().orElse(""));
    return Provenance.read(folder)
        .map(earlier -> Source.of(earlier.source(), request.fetch().advice()))
        .orElseThrow(() -> Documents.noSource(folder, request.fetch().advice()));
  }

  String slug(ServerPlan plan) {
    String words = request.vendor().orElse(plan.vendor());
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /**
   * The plan of the existing document; empty if it is missing or invalid, in which case nothing can
   * be compared.
   */
  private static Optional<ServerPlan> plan(Path document) {
    try {
      Problems problems = new Problems();
      return Optional.of(DocumentDiff.plan(SpecInput.of(document), OPTIONS, problems));
    } catch (GenerationException e) {
      return Optional.empty();
    }
  }
}
