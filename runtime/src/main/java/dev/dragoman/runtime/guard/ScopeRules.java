package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scopes an operation asks of an access token, and which of them a token has.
 *
 * <p>Write implies read: {@code issues:write} stands for {@code issues:read}, too, and so do {@code
 * write:issues} for {@code read:issues} and {@code issues.write} for {@code issues.read}.
 * Operations that name no scope take the one of their access level, where the operator set one; the
 * scope of a level stands for those of the levels below it.
 *
 * @param byLevel what operations of a level need that name no scope themselves
 */
public record ScopeRules(Map<AccessLevel, String> byLevel) {
  /** No scopes beyond those that operations name. */
  public static final ScopeRules NONE = new ScopeRules(Map.of());

  private static final Pattern READ =
      Pattern.compile("(?<before>(?:.*[:._/-])?)read(?<after>(?:[:._/-].*)?)", Pattern.DOTALL);

  public ScopeRules {
    byLevel = Map.copyOf(byLevel);
  }

  /**
   * All the scopes that would allow the operation, when these do not: of several alternatives, the
   * one that lacks the fewest.
   */
  Optional<List<String>> lacking(Operation operation, Set<String> granted) {
    List<List<String>> alternatives = alternatives(operation);
    Predicate<String> missing = scope -> !holds(granted, scope);
    if (alternatives.isEmpty()
        || alternatives.stream().anyMatch(together -> together.stream().noneMatch(missing))) {
      return Optional.empty();
    }
    return alternatives.stream()
        .min(Comparator.comparingLong(together -> together.stream().filter(missing).count()));
  }

  /** What the operation accepts: alternatives of scopes needed together. */
  List<List<String>> alternatives(Operation operation) {
    if (!operation.scopes().isEmpty() || !byLevel.containsKey(operation.access())) {
      return operation.scopes();
    }
    return byLevel.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(operation.access()) >= 0)
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> List.of(entry.getValue()))
        .toList();
  }

  private static boolean holds(Set<String> granted, String scope) {
    Matcher read = READ.matcher(scope);
    return granted.contains(scope)
        || (read.matches()
            && granted.contains(read.group("before") + "write" + read.group("after")));
  }
}
