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
 * A document and what it is allowed to do.
 *
 * @param document the OpenAPI document
 * @param root the folder that references must not leave; the document's own folder if empty
 * @param allowedHosts hosts that servers may have even if they are link-local or provide cloud
 *     metadata
 * @param overlays OpenAPI Overlays that are applied to the document before it is read, in this
 *     order
 * @param strict whether warnings about the document are treated as errors
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
    // Sorted, because the fingerprint contains it.
    allowedHosts = Collections.unmodifiableSet(new TreeSet<>(allowedHosts));
    overlays = overlays.stream().map(file -> file.toAbsolutePath().normalize()).toList();
  }

  /** A document whose warnings are not treated as errors. */
  public SpecInput(
      Path document, Optional<Path> root, Set<String> allowedHosts, List<Path> overlays) {
    this(document, root, allowedHosts, overlays, false);
  }

  /** A document without overlays. */
  public SpecInput(Path document, Optional<Path> root, Set<String> allowedHosts) {
    this(document, root, allowedHosts, List.of());
  }

  /** This document with warnings treated as errors, or not. */
  public SpecInput withStrict(boolean chosen) {
    return new SpecInput(document, root, allowedHosts, overlays, chosen);
  }

  /** A document with the default permissions. */
  public static SpecInput of(Path document) {
    return new SpecInput(document, Optional.empty(), Set.of());
  }

  ReadOptions readOptions() {
    ReadOptions options = ReadOptions.DEFAULT.withAllowedHosts(allowedHosts).withOverlays(overlays);
    return root.map(options::withRoot).orElse(options);
  }
}
