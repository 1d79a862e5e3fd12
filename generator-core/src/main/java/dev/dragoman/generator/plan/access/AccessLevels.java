package dev.dragoman.generator.plan.access;

import dev.dragoman.runtime.AccessLevel;

/** The access level an HTTP method stands for (RFC 9110, section 9.2.1, "Safe Methods"). */
final class AccessLevels {
  private AccessLevels() {}

  /** The level; a method nobody knows is taken for the worst. */
  static AccessLevel of(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "TRACE", "QUERY" -> AccessLevel.READ;
      case "POST", "PUT", "PATCH" -> AccessLevel.WRITE;
      default -> AccessLevel.DESTRUCTIVE;
    };
  }
}
