package dev.dragoman.generator;

import dev.dragoman.generator.bundle.BundleRequest;
import dev.dragoman.generator.bundle.RegistryRequest;
import dev.dragoman.generator.bundle.ServerBundle;
import dev.dragoman.generator.write.FileSet;
import java.io.IOException;
import java.util.Optional;

/** Packs the server of a document for desktop apps, after everything that can fail was checked. */
public final class BundleGeneration {
  private final ServerBundle bundle;
  private final FileSet files;

  private BundleGeneration(ServerBundle bundle, FileSet files) {
    this.bundle = bundle;
    this.files = files;
  }

  /**
   * Prepares a bundle and, on request, its entry for the registry, without changing any file.
   *
   * @throws dev.dragoman.generator.problem.GenerationException if the document or the request is
   *     rejected
   * @throws IOException if a file cannot be read
   */
  public static BundleGeneration prepare(
      GenerationRequest request, BundleRequest asked, Optional<RegistryRequest> registry)
      throws IOException {
    ServerBundle bundle = ServerBundle.pack(PlannedApi.of(request).plan(), asked);
    FileSet files = new FileSet().add(asked.target(), bundle.bytes());
    registry.ifPresent(entry -> files.add(entry.target(), bundle.registryEntry(entry)));
    return new BundleGeneration(bundle, files);
  }

  /**
   * Writes the files, all or none.
   *
   * @throws IOException if a file cannot be written
   */
  public void write() throws IOException {
    files.write();
  }

  /** Name, version, size and checksum of the bundle. */
  public String summary() {
    return bundle.summary();
  }
}
