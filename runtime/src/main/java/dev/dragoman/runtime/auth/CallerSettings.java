package dev.dragoman.runtime.auth;

import dev.dragoman.runtime.AccessMode;
import dev.dragoman.runtime.AuthMode;
import dev.dragoman.runtime.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads what a caller says of itself, whether in headers or in variables. Absent is the strict
 * default; anything unclear is a problem, never a wider mode. No message repeats a value: people
 * paste keys into the wrong field.
 */
final class CallerSettings {
  /** The most characters of a credential that are looked at. */
  static final int CREDENTIAL_LIMIT = 8_192;

  private static final Pattern ORGANISATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]+");

  private final List<String> problems = new ArrayList<>();

  /** What is wrong so far; each names the header or variable and what it may hold. */
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
      problem(name + " must be " + allowed + ", spelled exactly so.");
    }
    return mode.orElse(strict);
  }

  /** The partner's organisation; it says nothing to anyone else and is refused there. */
  Optional<String> organisation(
      String name, List<String> values, AuthMode mode, String authModeName) {
    Optional<String> value = single(name, values);
    if (value.isEmpty()) {
      return value;
    }
    if (mode != AuthMode.PARTNER) {
      problem(
          name
              + " goes with partner mode only: set "
              + authModeName
              + " to partner, or leave "
              + name
              + " out.");
      return Optional.empty();
    }
    if (!ORGANISATION.matcher(value.get()).matches()) {
      problem(
          name
              + " must be an organisation's id: up to 128 letters, digits and . _ : @ -, the first"
              + " a letter or digit.");
      return Optional.empty();
    }
    return value;
  }

  /** A key as it goes upstream; {@code where} begins the message when it cannot be one. */
  Optional<Secret> key(String where, String value) {
    if (value.length() > CREDENTIAL_LIMIT) {
      problem(where + " is longer than " + CREDENTIAL_LIMIT + " characters.");
      return Optional.empty();
    }
    if (!VISIBLE_ASCII.matcher(value).matches()) {
      problem(where + " must hold one key of visible ASCII characters, without blanks.");
      return Optional.empty();
    }
    return Optional.of(Secret.of(value));
  }

  private Optional<String> single(String name, List<String> values) {
    if (values.size() > 1) {
      problem(name + " is given " + values.size() + " times; give it once.");
      return Optional.empty();
    }
    return values.stream().findFirst().map(String::strip);
  }
}
