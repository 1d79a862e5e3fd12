package dev.dragoman.generator.options;

import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.runtime.AccessLevel;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which operations a rule of the operator's is for: those that fit all that is given. In texts,
 * {@code *} stands for anything; in paths for anything within a segment, {@code **} for anything.
 *
 * @param operationId the id that the document has, or the one made where it has none
 * @param tag any of the operation's tags
 * @param path the path as the document has it
 * @param method the HTTP method, in any case
 * @param access the level, as it is so far
 * @param location where the operator wrote it
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

  private static String quoted(String glob, String wildcard, String pattern) {
    return Pattern.quote(glob).replace(wildcard, "\\E" + pattern + "\\Q");
  }
}
