package dev.dragoman.generator.module;

import dev.dragoman.generator.emit.text.ModuleEmitter;
import dev.dragoman.generator.lock.Lock;
import dev.dragoman.generator.lock.LockFile;
import dev.dragoman.generator.options.GenerationOptions;
import dev.dragoman.generator.plan.ServerPlan;
import dev.dragoman.generator.problem.Problem;
import dev.dragoman.generator.vendor.Documents;
import dev.dragoman.generator.vendor.Provenance;
import dev.dragoman.generator.vendor.Source;
import dev.dragoman.generator.write.FileSet;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sets up a module that builds the server of a document: POM, document, lock and README. */
public final class ModuleSetup {
  private ModuleSetup() {}

  /**
   * The outcome.
   *
   * @param directory the module's root
   * @param operations the number of operations that its lock accepts
   * @param warnings the warnings about the document
   */
  public record Outcome(Path directory, int operations, List<Problem> warnings) {
    public Outcome {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Writes the module, or nothing.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the document cannot be used, or
   *     one of the module's files already exists
   * @throws IOException if a file cannot be written
   */
  public static Outcome create(ModuleRequest request) throws IOException {
    Vendoring vendoring = Vendoring.of(request.vendoring());
    Source source = vendoring.source();
    // The package is known only after the title; names of operations do not depend on it.
    VendoredDocument taken =
        VendoredDocument.of(request.vendoring(), source, options(request, "vendor"));
    ServerPlan plan = taken.plan();
    String slug = vendoring.slug(plan);
    Path folder = request.directory().resolve("src/main/openapi").resolve(slug);
    Provenance provenance = vendoring.provenance(source, taken, taken.name());
    FileSet files = Vendoring.files(folder, taken, provenance);
    Lock lock = Lock.of(plan);
    files.add(
        LockFile.beside(folder.resolve(taken.name())),
        LockFile.text(lock).getBytes(StandardCharsets.UTF_8));
    Map<String, String> values = values(request, plan, slug, taken.name());
    ModuleEmitter.emit(values, ModuleClients.of(plan, slug, values.get("artifactId") + ".jar"))
        .forEach((name, bytes) -> files.add(request.directory().resolve(name), bytes));
    Optional<Path> occupied = files.existing().stream().findFirst();
    if (occupied.isPresent()) {
      throw Documents.occupied(occupied.get());
    }
    files.write();
    return new Outcome(request.directory(), lock.entries().size(), taken.warnings());
  }

  private static GenerationOptions options(ModuleRequest request, String packageName) {
    return new GenerationOptions(request.apiName(), packageName, Optional.empty());
  }

  private static Map<String, String> values(
      ModuleRequest request, ServerPlan plan, String slug, String document) {
    String artifactId = request.artifactId().orElse(slug + "-mcp-server");
    String packageName = request.packageName().orElse(request.groupId() + "." + part(slug));
    AccessNames names = AccessNames.of(plan.vendor());
    Map<String, String> values = new HashMap<>(request.versions());
    values.put("groupId", request.groupId());
    values.put("artifactId", artifactId);
    values.put("name", label(artifactId));
    values.put("packageName", packageName);
    values.put("mainClass", packageName + "." + plan.serverClass());
    values.put("vendor", plan.vendor());
    values.put("slug", slug);
    values.put("document", document);
    values.put("variables", names.variablePrefix());
    values.put("accessHeader", names.accessModeHeader());
    values.put("accessVariable", names.accessModeVariable());
    otherPort(plan).ifPresent(port -> values.put("otherApiPort", port));
    return values;
  }

  /** The port of the API that the document names, unless it is the one of https. */
  private static Optional<String> otherPort(ServerPlan plan) {
    return plan.environments().stream()
        .findFirst()
        .map(Environment::baseUrl)
        .map(url -> url.getPort() >= 0 ? url.getPort() : "http".equals(url.getScheme()) ? 80 : 443)
        .filter(port -> port != 443)
        .map(String::valueOf);
  }

  /**
   * The name of a module as one of an image, a Kubernetes object or a unit: an RFC 1035 label, with
   * room for a suffix.
   */
  private static String label(String artifactId) {
    String label =
        artifactId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String named = label.matches("[a-z].*") ? label : "mcp-" + label;
    return named.substring(0, Math.min(named.length(), 50)).replaceAll("-$", "");
  }

  /** The name of a folder as part of a package name. */
  private static String part(String slug) {
    String letters = slug.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "api" + letters : letters;
  }
}
