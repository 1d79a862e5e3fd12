package dev.dragoman.generator.options;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.AuthMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A rule of the operator about operations. Settings that are absent leave the operations unchanged.
 *
 * @param match the operations to which it applies
 * @param access the effect of running one
 * @param authModes on whose behalf one may be run; empty to leave this unchanged
 * @param scopes the scopes that an access token must have: alternatives, each a list of scopes
 *     needed together; an empty list requires none
 * @param name the name by which agents call it; for one operation only
 * @param paging how their pages follow each other
 * @param exclude whether the operations are left out
 * @param keywords words and phrases by which search finds the operations, besides the document's
 */
public record OperationRule(
    OperationMatch match,
    Optional<AccessLevel> access,
    Set<AuthMode> authModes,
    Optional<List<List<String>>> scopes,
    Optional<String> name,
    Optional<PagingChoice> paging,
    boolean exclude,
    List<String> keywords) {
  public OperationRule {
    Objects.requireNonNull(match);
    Objects.requireNonNull(access);
    authModes =
        authModes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(authModes));
    Objects.requireNonNull(scopes);
    Objects.requireNonNull(name);
    Objects.requireNonNull(paging);
    keywords = List.copyOf(keywords);
  }
}
