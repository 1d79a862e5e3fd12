package dev.dragoman.runtime.app;

import dev.dragoman.runtime.SecurityScheme;
import dev.dragoman.runtime.ServerDefinition;
import dev.dragoman.runtime.app.flag.CommandLine;
import dev.dragoman.runtime.app.flag.Flag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code --auth-prefix}: the word that the API expects before a key, for all schemes that
 * send it in {@code Authorization}, or for one scheme by name.
 */
final class AuthPrefixes {
  private final CommandLine line;
  private final String source;
  private final Map<String, SecurityScheme> schemes = new LinkedHashMap<>();

  private AuthPrefixes(CommandLine line, ServerDefinition definition) {
    this.line = line;
    this.source = line.value(Flag.AUTH_PREFIX).source();
    definition.securitySchemes().forEach(scheme -> schemes.put(scheme.name(), scheme));
  }

  /** The definition with the prefixes of a command line; valid only if that has no problems. */
  static ServerDefinition apply(CommandLine line, ServerDefinition definition) {
    List<String> given = line.list(Flag.AUTH_PREFIX);
    if (given.isEmpty()) {
      return definition;
    }
    AuthPrefixes prefixes = new AuthPrefixes(line, definition);
    // A prefix for one scheme takes precedence over one for all.
    given.stream()
        .filter(item -> prefixes.schemeOf(item).isEmpty())
        .forEach(prefixes::forAuthorization);
    given.forEach(item -> prefixes.schemeOf(item).ifPresent(name -> prefixes.forOne(name, item)));
    return definition.withSecuritySchemes(List.copyOf(prefixes.schemes.values()));
  }

  /**
   * The name before the first equals sign. A prefix such as {@code Token token=} contains one too,
   * but no scheme has such a name.
   */
  private Optional<String> schemeOf(String item) {
    int equals = item.indexOf('=');
    return equals < 1 || equals == item.length() - 1
        ? Optional.empty()
        : Optional.of(item.substring(0, equals));
  }

  private void forOne(String name, String item) {
    if (!schemes.containsKey(name)) {
      line.problem(
          source
              + " names the security scheme \""
              + name
              + "\", which this API does not define; it defines: "
              + (schemes.isEmpty() ? "none" : String.join(", ", schemes.keySet()))
              + ".");
      return;
    }
    put(schemes.get(name), item.substring(name.length() + 1));
  }

  private void forAuthorization(String prefix) {
    List<SecurityScheme> fitting = new ArrayList<>(schemes.values());
    fitting.removeIf(scheme -> !scheme.isAuthorization());
    if (schemes.isEmpty()) {
      fitting.add(new SecurityScheme.HttpBearer("authorization"));
    }
    if (fitting.isEmpty()) {
      line.problem(
          source
              + " is for keys in the Authorization header, which no security scheme of this API"
              + " uses; specify SCHEME=PREFIX for one of: "
              + String.join(", ", schemes.keySet())
              + ".");
    }
    fitting.forEach(scheme -> put(scheme, prefix));
  }

  private void put(SecurityScheme scheme, String prefix) {
    try {
      schemes.put(scheme.name(), scheme.withPrefix(prefix));
    } catch (IllegalArgumentException e) {
      line.problem(source + ": " + e.getMessage() + ".");
    }
  }
}
