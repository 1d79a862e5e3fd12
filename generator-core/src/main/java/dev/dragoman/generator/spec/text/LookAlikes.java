package dev.dragoman.generator.spec.text;

import dev.dragoman.generator.model.ApiModel;
import dev.dragoman.generator.model.OperationModel;
import dev.dragoman.generator.model.ParameterModel;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.problem.Problems;
import java.util.HashMap;
import java.util.Map;

/** Warns about names that differ but look the same, so that one could be mistaken for the other. */
final class LookAlikes {
  private record Seen(String name, Location place) {}

  private final Problems problems;

  LookAlikes(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks the names of operations, paths and tags of an API, and the parameter names of each
   * operation.
   */
  void check(ApiModel api) {
    Map<String, Seen> ids = new HashMap<>();
    Map<String, Seen> paths = new HashMap<>();
    Map<String, Seen> tags = new HashMap<>();
    for (OperationModel operation : api.operations()) {
      operation.operationId().ifPresent(id -> see(ids, "operationId", id, operation.location()));
      see(paths, "path", operation.path(), operation.location());
      operation.tags().forEach(tag -> see(tags, "tag", tag, operation.location()));
      Map<String, Seen> parameters = new HashMap<>();
      for (ParameterModel parameter : operation.parameters()) {
        see(parameters, "parameter", parameter.name(), parameter.location());
      }
    }
  }

  private void see(Map<String, Seen> names, String kind, String name, Location place) {
    Seen first = names.putIfAbsent(Skeleton.of(name), new Seen(name, place));
    if (first != null && !first.name().equals(name)) {
      problems.warning(
          SuspiciousText.LOOK_ALIKE,
          place,
          "The %s \"%s\" looks like \"%s\" at %s."
              .formatted(kind, spelt(name), spelt(first.name()), first.place()),
          "Make sure that both are intended, or rename one of them.");
    }
  }

  /**
   * A name with everything but printable ASCII as code points; otherwise, both names would look the
   * same in the message.
   */
  private static String spelt(String name) {
    StringBuilder spelt = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c < 0x7F) {
                spelt.append((char) c);
              } else {
                spelt.append("\\u{%X}".formatted(c));
              }
            });
    return spelt.toString();
  }
}
