package dev.dragoman.runtime.guide.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to connect one client.
 *
 * @param id e.g. {@code claude-code}; letters, digits and hyphens
 * @param name e.g. {@code Claude Code}
 * @param setups the ways that both the client and this server support, the shortest first; may be
 *     empty
 * @param missing what the client would need that this server does not offer; present if there is no
 *     way to connect
 */
public record ClientSection(
    String id, String name, List<ClientSetup> setups, Optional<Text> missing) {
  public ClientSection {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    setups = List.copyOf(setups);
    Objects.requireNonNull(missing);
  }

  /** The snippets of all ways. */
  public List<Snippet> snippets() {
    return setups.stream().flatMap(setup -> setup.snippets().stream()).toList();
  }
}
