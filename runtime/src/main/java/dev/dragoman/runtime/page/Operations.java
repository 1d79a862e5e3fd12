package dev.dragoman.runtime.page;

import dev.dragoman.runtime.AccessLevel;
import dev.dragoman.runtime.catalog.Catalog;
import dev.dragoman.runtime.catalog.OperationCard;
import dev.dragoman.runtime.guide.facts.SampleChoice;
import dev.dragoman.runtime.guide.facts.SampleOperation;
import dev.dragoman.runtime.tool.ForeignText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The operations of an API as a list for people.
 *
 * @param levels the number of operations of each access level, of all operations
 * @param groups the operations by their first tag, in alphabetical order; those without one are
 *     last
 * @param omitted the number of operations that are not in the groups, because there are too many
 * @param sample the operation with which a connection is tried; empty if none is suitable
 */
record Operations(
    Map<AccessLevel, Integer> levels,
    List<Group> groups,
    int omitted,
    Optional<SampleOperation> sample) {
  /** Operations on a page: beyond that, a browser takes seconds to show it. */
  static final int MOST = 5_000;

  private static final String UNTAGGED = "Other operations";
  private static final int MAX_ID = 200;
  private static final int MAX_PATH = 240;
  private static final int MAX_SUMMARY = 300;
  private static final int MAX_TAG = 80;

  /** The operations of one tag, in the order of the document. */
  record Group(String tag, List<Row> rows) {}

  /** One operation; every text is on one line, of bounded length, with all characters visible. */
  record Row(String id, String route, AccessLevel access, String summary, boolean deprecated) {}

  /** The operations of several APIs, with the id of each before its tags. */
  static Operations of(List<ApiFacts> apis) {
    Map<AccessLevel, Integer> levels = new EnumMap<>(AccessLevel.class);
    List<Group> groups = new ArrayList<>();
    int shown = 0;
    int omitted = 0;
    Optional<SampleOperation> sample = Optional.empty();
    for (ApiFacts api : apis) {
      Operations own = of(api.catalog().get());
      own.levels().forEach((level, count) -> levels.merge(level, count, Integer::sum));
      omitted += own.omitted();
      sample = sample.or(own::sample);
      for (Group group : own.groups()) {
        boolean fits = shown + group.rows().size() <= MOST;
        shown += fits ? group.rows().size() : 0;
        omitted += fits ? 0 : group.rows().size();
        if (fits) {
          groups.add(new Group(api.id() + ": " + group.tag(), group.rows()));
        }
      }
    }
    return new Operations(
        Collections.unmodifiableMap(levels), List.copyOf(groups), omitted, sample);
  }

  /** Reads the operations of a catalog. */
  static Operations of(Catalog catalog) {
    Map<AccessLevel, Integer> levels = new EnumMap<>(AccessLevel.class);
    Map<String, List<Row>> tagged = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<Row> untagged = new ArrayList<>();
    for (int ordinal = 0; ordinal < catalog.size(); ordinal++) {
      OperationCard card = catalog.card(ordinal);
      levels.merge(card.access(), 1, Integer::sum);
      if (ordinal < MOST) {
        String tag = line(card.tag(), MAX_TAG);
        (tag.isEmpty() ? untagged : tagged.computeIfAbsent(tag, name -> new ArrayList<>()))
            .add(row(card));
      }
    }
    List<Group> groups = new ArrayList<>();
    tagged.forEach((tag, rows) -> groups.add(new Group(tag, rows)));
    if (!untagged.isEmpty()) {
      groups.add(new Group(UNTAGGED, untagged));
    }
    return new Operations(
        Collections.unmodifiableMap(levels),
        List.copyOf(groups),
        Math.max(0, catalog.size() - MOST),
        sample(catalog));
  }

  private static Optional<SampleOperation> sample(Catalog catalog) {
    return SampleChoice.of(IntStream.range(0, catalog.size()).mapToObj(catalog::card))
        .filter(one -> one.id().length() <= MAX_ID && one.route().length() <= MAX_PATH)
        .map(one -> new SampleOperation(one.id(), one.route(), line(one.summary(), MAX_SUMMARY)));
  }

  private static Row row(OperationCard card) {
    return new Row(
        line(card.id(), MAX_ID),
        line(card.method() + " " + card.path(), MAX_PATH),
        card.access(),
        line(card.summary(), MAX_SUMMARY),
        card.deprecated());
  }

  private static String line(String text, int maxBytes) {
    return ForeignText.clip(ForeignText.line(text), maxBytes);
  }

  /** The number of operations of all levels. */
  int count() {
    return levels.values().stream().mapToInt(Integer::intValue).sum();
  }
}
