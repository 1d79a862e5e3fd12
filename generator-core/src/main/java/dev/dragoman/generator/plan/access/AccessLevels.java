package dev.dragoman.generator.plan.access;

import dev.dragoman.runtime.AccessLevel;

/** The access level of an HTTP method (RFC 9110, section 9.2.1, "Safe Methods"). */
final class AccessLevels {
  private AccessLevels() {}

  /**
   * The level. An unknown method is assumed to be destructive, because nothing is known about it.
   */
  static AccessLevel of(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "TRACE", "QUERY" -> AccessLevel.READ;
      case "POST", "PUT", "PATCH" -> AccessLevel.WRITE;
      default -> AccessLevel.DESTRUCTIVE;
    };
  }
}
