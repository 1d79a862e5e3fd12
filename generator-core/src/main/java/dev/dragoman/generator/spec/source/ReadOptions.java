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
 * What the user allows a document.
 *
 * @param root the folder that references may not leave; the document's own folder when empty
 * @param allowedHosts hosts that servers may have although they are link-local or serve metadata of
 *     a cloud
 * @param maxBytes that the document and the files it refers to may have together
 * @param overlays OpenAPI Overlays that change the document before it is read, in this order
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

  /** The same with another folder that references may not leave. */
  public ReadOptions withRoot(Path newRoot) {
    return new ReadOptions(Optional.of(newRoot), allowedHosts, maxBytes, overlays);
  }

  /** The same with other hosts allowed. */
  public ReadOptions withAllowedHosts(Set<String> newHosts) {
    return new ReadOptions(root, newHosts, maxBytes, overlays);
  }

  /** The same with overlays. */
  public ReadOptions withOverlays(List<Path> newOverlays) {
    return new ReadOptions(root, allowedHosts, maxBytes, newOverlays);
  }
}
