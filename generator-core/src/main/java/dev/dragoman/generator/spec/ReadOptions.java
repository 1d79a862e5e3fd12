package dev.dragoman.generator.spec;

import java.nio.file.Path;
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
 */
public record ReadOptions(Optional<Path> root, Set<String> allowedHosts, long maxBytes) {
  /** The document's own folder, no such hosts, 64 MiB. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(Optional.empty(), Set.of(), Limits.DEFAULT.bytes());

  public ReadOptions {
    Objects.requireNonNull(root);
    allowedHosts =
        allowedHosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The same with another folder that references may not leave. */
  public ReadOptions withRoot(Path newRoot) {
    return new ReadOptions(Optional.of(newRoot), allowedHosts, maxBytes);
  }

  /** The same with other hosts allowed. */
  public ReadOptions withAllowedHosts(Set<String> newHosts) {
    return new ReadOptions(root, newHosts, maxBytes);
  }
}
