package dev.dragoman.generator.spec.source;

import dev.dragoman.generator.spec.tree.ReadLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the user allows a document to do.
 *
 * @param root the folder that references must not leave; the document's own folder if empty
 * @param allowedHosts hosts that servers may have even if they are link-local or provide cloud
 *     metadata
 * @param maxBytes maximum size of the document and all files to which it refers
 * @param overlays OpenAPI Overlays that are applied to the document before it is read, in this
 *     order
 */
public record ReadOptions(
    Optional<Path> root, Set<String> allowedHosts, long maxBytes, List<Path> overlays) {
  /** The document's own folder, no such hosts, 64 MiB. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(Optional.empty(), Set.of(), ReadLimits.DEFAULT.bytes(), List.of());

  public ReadOptions {
    Objects.requireNonNull(root);
    allowedHosts =
        allowedHosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    overlays = List.copyOf(overlays);
  }

  /** These options with another folder that references must not leave. */
  public ReadOptions withRoot(Path newRoot) {
    return new ReadOptions(Optional.of(newRoot), allowedHosts, maxBytes, overlays);
  }

  /** These options with other allowed hosts. */
  public ReadOptions withAllowedHosts(Set<String> newHosts) {
    return new ReadOptions(root, newHosts, maxBytes, overlays);
  }

  /** These options with other overlays. */
  public ReadOptions withOverlays(List<Path> newOverlays) {
    return new ReadOptions(root, allowedHosts, maxBytes, newOverlays);
  }
}
