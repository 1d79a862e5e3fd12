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
 * Determines which scopes an operation requires of an access token, and which of them a token has.
 *
 * <p>Write implies read: {@code issues:write} includes {@code issues:read}, and likewise {@code
 * write:issues} includes {@code read:issues} and {@code issues.write} includes {@code issues.read}.
 * Operations without scopes require the scope of their access level if the operator configured one;
 * the scope of a level includes those of the levels below it.
 *
 * @param byLevel the scope of each level, for operations that do not name scopes themselves
 */
public record ScopeRules(Map<AccessLevel, String> byLevel) {
  /** No scopes beyond those named by operations. */
  public static final ScopeRules NONE = new ScopeRules(Map.of());

  private static final Pattern READ =
      Pattern.compile("(?<before>(?:.*[:._/-])?)read(?<after>(?:[:._/-].*)?)", Pattern.DOTALL);

  public ScopeRules {
    byLevel = Map.copyOf(byLevel);
  }

  /**
   * All scopes that would allow the operation if the granted ones do not: the alternative with the
   * fewest missing scopes.
   */
  Optional<List<String>> lacking(Operation operation, Set<String> granted) {
    List<List<String>> alternatives = alternatives(operation);
    Predicate<String> missing = scope -> !includes(granted, scope);
    if (alternatives.isEmpty()
        || alternatives.stream().anyMatch(together -> together.stream().noneMatch(missing))) {
      return Optional.empty();
    }
    return alternatives.stream()
        .min(Comparator.comparingLong(together -> together.stream().filter(missing).count()));
  }

  /** The scopes that the operation accepts: alternatives of scopes needed together. */
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

  private static boolean includes(Set<String> granted, String scope) {
    Matcher read = READ.matcher(scope);
    return granted.contains(scope)
        || (read.matches()
            && granted.contains(read.group("before") + "write" + read.group("after")));
  }
}
