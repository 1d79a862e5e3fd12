package dev.dragoman.generator.lock;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ids of operations that a document has renamed. Agents, saved prompts and scripts go on using the
 * ids that they know, so a lock keeps an operation's former ids until a person drops them.
 *
 * <p>An operation was renamed if another id had its method and path when the previous lock was
 * written.
 */
public final class FormerIds {
  private FormerIds() {}

  /**
   * A new lock with the former ids of the previous one, and those that it replaces. An id that
   * belongs to an operation again is no longer one of another.
   */
  public static Lock kept(Lock previous, Lock next) {
    Map<String, LockEntry> byRoute =
        previous.entries().values().stream()
            .collect(Collectors.toMap(LockEntry::route, Function.identity(), (one, other) -> one));
    Map<String, LockEntry> entries = new TreeMap<>();
    next.entries()
        .forEach(
            (id, entry) -> {
              LockEntry was = previous.entries().getOrDefault(id, byRoute.get(entry.route()));
              entries.put(id, was == null ? entry : entry.withFormerIds(ids(was, next)));
            });
    return new Lock(next.servers(), entries, next.tools());
  }

  private static List<String> ids(LockEntry was, Lock next) {
    return Stream.concat(was.formerly().stream(), Stream.of(was.id()))
        .filter(id -> !next.entries().containsKey(id))
        .toList();
  }
}
