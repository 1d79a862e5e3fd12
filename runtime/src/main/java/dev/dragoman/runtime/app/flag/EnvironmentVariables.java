package dev.dragoman.runtime.app.flag;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The environment as its user meant it. */
public final class EnvironmentVariables {
  /**
   * A field of a bundle that the user left blank: a desktop app substitutes {@code
   * ${user_config.NAME}} only for fields with a value, and sets the variable to this text otherwise
   * (MCPB manifest 0.3, "Variable Substitution in User Configuration").
   */
  private static final Pattern BLANK_FIELD =
      Pattern.compile("\\s*\\$\\{user_config\\.[A-Za-z0-9_.-]+}\\s*");

  private EnvironmentVariables() {}

  /** The variables without those that a bundle's user left blank. */
  public static Map<String, String> given(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(variable -> !BLANK_FIELD.matcher(variable.getValue()).matches())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
