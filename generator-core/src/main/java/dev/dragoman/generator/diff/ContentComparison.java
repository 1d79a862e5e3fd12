package dev.dragoman.generator.diff;

import dev.dragoman.generator.model.MediaTypeModel;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the media types of a request body or a response. */
final class ContentComparison {
  private final SchemaComparison schemas;
  private final Findings findings;

  ContentComparison(SchemaComparison schemas, Findings findings) {
    this.schemas = schemas;
    this.findings = findings;
  }

  /**
   * Compares the media types by name.
   *
   * @param place the location of the content, for messages
   */
  void compare(
      List<MediaTypeModel> was, List<MediaTypeModel> is, Direction direction, String place) {
    Map<String, MediaTypeModel> older = byName(was);
    Map<String, MediaTypeModel> newer = byName(is);
    Set<String> names = new LinkedHashSet<>(older.keySet());
    names.addAll(newer.keySet());
    for (String name : names) {
      MediaTypeModel before = older.get(name);
      MediaTypeModel after = newer.get(name);
      String at = place + " " + name;
      if (before == null) {
        ChangeEffect effect =
            direction == Direction.REQUEST ? ChangeEffect.WIDENING : ChangeEffect.HARMLESS;
        findings.add(effect, "media-type-added", at, "is new");
      } else if (after == null) {
        findings.add(ChangeEffect.BREAKING, "media-type-removed", at, "was removed");
      } else {
        encodings(before, after, at);
        schemas.compare(before.schema(), after.schema(), direction, at, findings);
      }
    }
  }

  /**
   * Encodings affect every request with fields that have one, so a change of them is breaking
   * without further analysis.
   */
  private void encodings(MediaTypeModel before, MediaTypeModel after, String at) {
    if (!before.encodings().equals(after.encodings())) {
      findings.add(
          ChangeEffect.BREAKING, "encoding-changed", at, "its fields are serialized differently");
    }
  }

  private static Map<String, MediaTypeModel> byName(List<MediaTypeModel> content) {
    Map<String, MediaTypeModel> byName = new LinkedHashMap<>();
    content.forEach(type -> byName.putIfAbsent(type.name(), type));
    return byName;
  }
}
