package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AccessNames;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a caller's settings from headers or variables. Missing values get the strict default; an
 * unclear value is a problem, never a wider mode. Messages do not repeat values, because people
 * paste keys into the wrong field.
 */
final class CallerSettings {
  /** Maximum number of characters of a credential. */
  static final int CREDENTIAL_LIMIT = 8_192;

  private static final Pattern ORGANIZATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");
  private static final Pattern FIELD_VALUE =
      Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]*[\\x21-\\x7E])?");

  private final List<String> problems = new ArrayList<>();

  /** The problems so far; each names the header or variable and its allowed values. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  void problem(String message) {
    problems.add(message);
  }

  AccessMode accessMode(String name, List<String> values) {
    return mode(
        name,
        values,
        AccessMode::of,
        AccessMode.READ_ONLY,
        "read-only (the default) or full-access");
  }

  /** The access mode as a word, as a checkbox, or as both if they agree. */
  AccessMode accessMode(
      String name, List<String> values, String readOnlyName, List<String> readOnlyValues) {
    Optional<String> checkbox = single(readOnlyName, readOnlyValues);
    if (checkbox.isEmpty()) {
      return accessMode(name, values);
    }
    if (!checkbox.get().equals("true") && !checkbox.get().equals("false")) {
      problem(readOnlyName + " must be true or false.");
      return AccessMode.READ_ONLY;
    }
    AccessMode ticked =
        checkbox.get().equals("true") ? AccessMode.READ_ONLY : AccessMode.FULL_ACCESS;
    int before = problems.size();
    if (!values.isEmpty() && accessMode(name, values) != ticked) {
      if (problems.size() == before) {
        problem(readOnlyName + " and " + name + " contradict each other; omit one of them.");
      }
      return AccessMode.READ_ONLY;
    }
    return ticked;
  }

  AuthMode authMode(String name, List<String> values) {
    return mode(name, values, AuthMode::of, AuthMode.USER, "user (the default) or partner");
  }

  private <T> T mode(
      String name,
      List<String> values,
      Function<String, Optional<T>> reader,
      T strict,
      String allowed) {
    Optional<String> value = single(name, values);
    Optional<T> mode = value.flatMap(reader);
    if (value.isPresent() && mode.isEmpty()) {
      problem(name + " must be exactly " + allowed + ".");
    }
    return mode.orElse(strict);
  }

  /** The partner's organization; refused outside partner mode. */
  Optional<String> organization(
      String name, List<String> values, AuthMode mode, String authModeName) {
    Optional<String> value = single(name, values);
    if (value.isEmpty()) {
      return value;
    }
    if (mode != AuthMode.PARTNER) {
      problem(
          name
              + " is for partner mode only: set "
              + authModeName
              + " to partner, or omit "
              + name
              + ".");
      return Optional.empty();
    }
    return value.filter(id -> isId(name, id));
  }

  /** Whether a string can be an organization id; ids are used in headers, paths and queries. */
  static boolean isOrganization(String id) {
    return ORGANIZATION.matcher(id).matches();
  }

  /** Refuses headers for settings that an OAuth access token determines. */
  void refuseOwnSettings(AccessNames names, RequestHeaders headers, AuthMode mode) {
    if (mode != AuthMode.USER) {
      problem(
          names.authModeHeader()
              + " must be user with an OAuth access token: OAuth callers can only use user mode.");
    }
    if (!headers.all(names.environmentHeader()).isEmpty()) {
      problem(
          names.environmentHeader() + " is for API keys only; omit it with an OAuth access token.");
    }
  }

  /** The organization that a caller chooses among those of its access token. */
  Optional<String> chosenOrganization(String name, List<String> values) {
    return single(name, values).filter(value -> isId(name, value));
  }

  private boolean isId(String name, String value) {
    if (!isOrganization(value)) {
      problem(
          name
              + " must be an organization's id: up to 128 letters, digits and . _ : @ -, the first"
              + " a letter or digit.");
      return false;
    }
    return true;
  }

  /**
   * The environment that a caller chooses by name or by the prefix of its key; empty for the
   * default. A sandbox key is accepted in the sandbox only, and no other key is accepted there.
   */
  Optional<String> environment(
      String name, List<String> values, AccessPolicy policy, Optional<Secret> key) {
    Optional<String> value = single(name, values);
    if (value.isPresent() && !policy.environments().contains(value.get())) {
      problem(name + " must be " + environments(policy) + ".");
      return Optional.empty();
    }
    KeyRules rules = policy.keys();
    if (key.isEmpty() || rules.sandboxPrefixes().isEmpty()) {
      return value;
    }
    boolean sandboxKey = rules.isSandboxKey(key.get().reveal());
    if (value.isPresent() && sandboxKey != value.get().equals(rules.sandbox())) {
      problem(
          name
              + (sandboxKey
                  ? " must be " + rules.sandbox() + " for a sandbox key, or be omitted."
                  : " is " + rules.sandbox() + ", which accepts sandbox keys only."));
    }
    return sandboxKey ? Optional.of(rules.sandbox()) : value;
  }

  private static String environments(AccessPolicy policy) {
    return policy.environments().isEmpty()
        ? "omitted: there is only one environment"
        : policy.environments().stream().sorted().collect(Collectors.joining(" or "));
  }

  /**
   * A key as it is sent upstream; {@code where} is the subject of the message if the key is
   * invalid. It may consist of several words, such as {@code Token abc}, because a header accepts
   * any field value (RFC 9110, section 5.5).
   */
  Optional<Secret> key(String where, String value) {
    if (value.length() > CREDENTIAL_LIMIT) {
      problem(where + " is longer than " + CREDENTIAL_LIMIT + " characters.");
      return Optional.empty();
    }
    if (!FIELD_VALUE.matcher(value).matches()) {
      problem(
          where
              + " must be a single line of visible ASCII characters; spaces are allowed"
              + " between words, as in \"Token abc\".");
      return Optional.empty();
    }
    return Optional.of(Secret.of(value));
  }

  private Optional<String> single(String name, List<String> values) {
    if (values.size() > 1) {
      problem(name + " is given " + values.size() + " times; specify it once.");
      return Optional.empty();
    }
    return values.stream().findFirst().map(String::strip);
  }
}
