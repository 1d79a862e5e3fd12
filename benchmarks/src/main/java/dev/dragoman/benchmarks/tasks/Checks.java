package dev.dragoman.benchmarks.tasks;

import tools.jackson.databind.JsonNode;

/** What a task must end with: a cheap answer that is wrong is worth nothing. */
final class Checks {
  private Checks() {}

  static void equal(String expected, JsonNode found) {
    if (!found.asString("").equals(expected)) {
      throw new Agent.FailedCallException("expected " + expected + ", found " + found);
    }
  }

  static void atLeast(int expected, int found) {
    if (found < expected) {
      throw new Agent.FailedCallException("expected at least " + expected + ", found " + found);
    }
  }

  static void contains(String expected, String found) {
    if (!found.contains(expected)) {
      throw new Agent.FailedCallException("expected " + expected + " in " + found);
    }
  }
}
