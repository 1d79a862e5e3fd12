package dev.dragoman.generator;

import dev.dragoman.generator.spec.source.ReadOptions;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A document and what it is allowed.
 *
 * @param document the OpenAPI document
 * @param root the folder that references may not leave; the document's own when empty
 * @param allowedHosts hosts that servers may have although they are link-local or serve metadata of
 *     a cloud
 * @param overlays OpenAPI Overlays that change the document before it is read, in this order
 * @param strict whether a warning about the document ends the run as an error does
 */
public record SpecInput(
    Path document,
    Optional<Path> root,
    Set<String> allowedHosts,
    List<Path> overlays,
    boolean strict) {
  public SpecInput {
    document = document.toAbsolutePath().normalize();
    root = root.map(folder -> folder.toAbsolutePath().normalize());
    Objects.requireNonNull(root);
    // Sorted: the fingerprint prints it.
    allowedHosts = Collections.unmodifiableSet(new TreeSet<>(allowedHosts));
    overlays = overlays.stream().map(file -> file.toAbsolutePath().normalize()).toList();
  }

  /** A document whose faults cost no more than what they touch. */
  public SpecInput(
      Path document, Optional<Path> root, Set<String> allowedHosts, List<Path> overlays) {
    this(document, root, allowedHosts, overlays, false);
  }

  /** A document without overlays. */
  public SpecInput(Path document, Optional<Path> root, Set<String> allowedHosts) {
    this(document, root, allowedHosts, List.of());
  }

  /** The same, with warnings as errors or without. */
  public SpecInput withStrict(boolean chosen) {
    return new SpecInput(document, root, allowedHosts, overlays, chosen);
  }

  /** A document that is allowed nothing in particular. */
  public static SpecInput of(Path document) {
    return new SpecInput(document, Optional.empty(), Set.of());
  }

  ReadOptions readOptions() {
    ReadOptions options = ReadOptions.DEFAULT.withAllowedHosts(allowedHosts).withOverlays(overlays);
    return root.map(options::withRoot).orElse(options);
  }
}
