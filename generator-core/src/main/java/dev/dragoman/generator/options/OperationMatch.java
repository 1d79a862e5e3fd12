package dev.dragoman.generator.options;

import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.runtime.AccessLevel;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Selects the operations to which a rule applies: those that meet all conditions. In texts, {@code
 * *} matches anything; in paths, it matches anything within a segment, and {@code **} matches
 * anything.
 *
 * @param operationId the id in the document, or the generated one if there is none
 * @param tag any of the operation's tags
 * @param path the path as written in the document
 * @param method the HTTP method, in any case
 * @param access the access level before the rule is applied
 * @param location its location in the configuration
 */
public record OperationMatch(
    Optional<String> operationId,
    Optional<String> tag,
    Optional<String> path,
    Optional<String> method,
    Optional<AccessLevel> access,
    Location location) {
  public OperationMatch {
    Objects.requireNonNull(operationId);
    Objects.requireNonNull(tag);
    Objects.requireNonNull(path);
    Objects.requireNonNull(method);
    Objects.requireNonNull(access);
    Objects.requireNonNull(location);
  }

  /**
   * Whether an operation meets all conditions.
   *
   * @param id the operation's id, which may have been generated
   * @param level its access level before the rule is applied
   */
  public boolean fits(String id, OperationModel operation, AccessLevel level) {
    return operationId
            .filter(
                glob ->
                    !fits(glob, id) && operation.operationId().filter(o -> fits(glob, o)).isEmpty())
            .isEmpty()
        && tag.filter(glob -> operation.tags().stream().noneMatch(one -> fits(glob, one))).isEmpty()
        && path.filter(glob -> !fitsPath(glob, operation.path())).isEmpty()
        && method.filter(name -> !name.equalsIgnoreCase(operation.method())).isEmpty()
        && access.filter(wanted -> wanted != level).isEmpty();
  }

  private static boolean fits(String glob, String text) {
    return Pattern.matches(quoted(glob, "*", ".*"), text);
  }

  private static boolean fitsPath(String glob, String path) {
    StringBuilder pattern = new StringBuilder();
    String[] parts = glob.split("\\*\\*", -1);
    for (int index = 0; index < parts.length; index++) {
      pattern.append(index > 0 ? ".*" : "").append(quoted(parts[index], "*", "[^/]*"));
    }
    return Pattern.matches(pattern.toString(), path);
  }

  /** A glob as a regular expression, with everything but the wildcard quoted. */
  private static String quoted(String glob, String wildcard, String pattern) {
    return Pattern.quote(glob).replace(wildcard, "\\E" + pattern + "\\Q");
  }
}
