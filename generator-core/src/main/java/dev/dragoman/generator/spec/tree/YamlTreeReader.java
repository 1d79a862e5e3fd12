package dev.dragoman.generator.spec.tree;

import dev.dragoman.generator.model.Json;
import dev.dragoman.generator.problem.Location;
import dev.dragoman.generator.spec.problem.LocatedException;
import dev.dragoman.generator.spec.problem.SpecProblem;
import dev.dragoman.generator.spec.tree.YamlAliases.Anchored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Parses YAML 1.2 text into a tree with locations. Works on the parser's events rather than its
 * objects, which have no locations. Tags that JSON cannot represent are errors, aliases are
 * limited, and merge keys ({@code <<}, YAML 1.1 but widely used) are applied.
 */
final class YamlTreeReader {
  private static final String CORE = "tag:yaml.org,2002:";
  private static final Set<String> PLAIN_TAGS =
      Set.of(CORE + "int", CORE + "float", CORE + "bool", CORE + "null");
  private static final Set<String> TEXT_TAGS = Set.of(CORE + "str", "!");
  private static final String MERGE_TAG = CORE + "merge";
  private static final Set<String> COLLECTION_TAGS = Set.of(CORE + "map", CORE + "seq", "!");

  private final YamlEvents events;
  private final String file;
  private final ReadLimits limits;
  private final SharedStrings strings;
  private final YamlAliases aliases;
  private long values;
  private int deepest;

  private YamlTreeReader(YamlEvents events, String file, ReadLimits limits, SharedStrings strings) {
    this.events = events;
    this.file = file;
    this.limits = limits;
    this.strings = strings;
    this.aliases = new YamlAliases(limits);
  }

  /**
   * Parses a document.
   *
   * @throws LocatedException with the location of the first error
   */
  static Json read(String text, String file, ReadLimits limits, SharedStrings strings) {
    return new YamlTreeReader(new YamlEvents(text, file), file, limits, strings).document();
  }

  private Json document() {
    Event event = events.next();
    while (event.getEventId() == Event.ID.StreamStart
        || event.getEventId() == Event.ID.DocumentStart) {
      event = events.next();
    }
    Location root = new Location(file, line(event), column(event), "");
    if (event.getEventId() == Event.ID.StreamEnd) {
      throw new LocatedException(
          SpecProblem.CONTENT,
          Location.file(file),
          "The file contains only comments.",
          "Provide the document as JSON or YAML text in UTF-8.");
    }
    Json value = value(event, root, 0);
    events.next();
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw new LocatedException(
          SpecProblem.SYNTAX,
          new Location(file, line(after), column(after), ""),
          "The file contains a second YAML document.",
          "Keep one document per file.");
    }
    aliases.check(values, root);
    return value;
  }

  /** A value, counted together with everything in it for the limits on aliases. */
  private Json value(Event event, Location location, int depth) {
    if (event instanceof AliasEvent alias) {
      return alias(alias, location, depth);
    }
    long valuesBefore = values++;
    int deepestBefore = deepest;
    deepest = depth;
    Json value = own(event, location, depth);
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      aliases.anchor(
          node.getAnchor().get().getValue(),
          new Anchored(value, values - valuesBefore, deepest - depth));
    }
    deepest = Math.max(deepest, deepestBefore);
    return value;
  }

  private Json alias(AliasEvent event, Location location, int depth) {
    Anchored anchored = aliases.find(event.getAlias().getValue(), location);
    values += anchored.values();
    deepest = Math.max(deepest, depth + anchored.height());
    if (deepest > limits.depth()) {
      throw LocatedException.tooDeep(location, limits.depth());
    }
    return anchored.value();
  }

  private Json own(Event event, Location location, int depth) {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, location);
    }
    if (!(event instanceof CollectionStartEvent collection)) {
      throw new IllegalStateException("not a value: " + event);
    }
    checkTag(collection.getTag(), COLLECTION_TAGS, location);
    if (depth >= limits.depth()) {
      throw LocatedException.tooDeep(location, limits.depth());
    }
    deepest = depth + 1;
    return collection.getEventId() == Event.ID.MappingStart
        ? object(location, depth + 1)
        : array(location, depth + 1);
  }

  private Json scalar(ScalarEvent event, Location location) {
    String text = strings.share(event.getValue());
    String tag = event.getTag().orElse("");
    if (TEXT_TAGS.contains(tag) || (tag.isEmpty() && !event.isPlain())) {
      return new Json.Str(text, location);
    }
    checkTag(event.getTag(), PLAIN_TAGS, location);
    return YamlScalars.plain(text, location);
  }

  private static void checkTag(Optional<String> tag, Set<String> known, Location location) {
    if (tag.isPresent() && !known.contains(tag.get())) {
      throw new LocatedException(
          SpecProblem.YAML_FEATURE,
          location,
          "The YAML tag \"%s\" has no meaning in an OpenAPI document.".formatted(tag.get()),
          "Remove the tag.");
    }
  }

  private Json array(Location location, int depth) {
    List<Json> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(value(event, location.item(items.size(), line(event), column(event)), depth));
    }
    return new Json.Arr(items, location);
  }

  private Json object(Location location, int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    Map<String, Json> merged = new LinkedHashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      boolean merge = isMerge(event);
      String name = merge ? "<<" : key(event, location);
      Location keyPlace = location.member(name, line(event), column(event));
      Event next = events.next();
      Json value = value(next, location.member(name, line(next), column(next)), depth);
      if (merge) {
        YamlMerge.collect(value, merged, keyPlace);
      } else {
        Json first = members.putIfAbsent(name, value);
        if (first != null) {
          throw LocatedException.duplicateKey(name, first, keyPlace);
        }
      }
    }
    merged.forEach(members::putIfAbsent);
    return new Json.Obj(members, location);
  }

  /** With the tag, too, which Go's library writes. */
  private static boolean isMerge(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.getValue().equals("<<")
        && scalar.getTag().map(MERGE_TAG::equals).orElse(scalar.isPlain());
  }

  /** A key's text as written: {@code 200}, {@code no} and {@code 1.0} are ordinary keys. */
  private String key(Event event, Location holder) {
    Location place = new Location(file, line(event), column(event), holder.pointer());
    if (event instanceof AliasEvent alias
        && aliases.find(alias.getAlias().getValue(), place).value() instanceof Json.Str string) {
      return string.value();
    }
    if (!(event instanceof ScalarEvent scalar)) {
      throw new LocatedException(
          SpecProblem.YAML_FEATURE,
          place,
          "An object or array cannot be used as a key.",
          "Use a string.");
    }
    if (!TEXT_TAGS.contains(scalar.getTag().orElse("!"))) {
      checkTag(scalar.getTag(), PLAIN_TAGS, place);
    }
    String text = strings.share(scalar.getValue());
    scalar
        .getAnchor()
        .ifPresent(
            anchor ->
                aliases.anchor(anchor.getValue(), new Anchored(new Json.Str(text, place), 1, 0)));
    return text;
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  private static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
  }
}
