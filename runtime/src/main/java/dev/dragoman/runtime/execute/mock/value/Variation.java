package dev.dragoman.runtime.execute.mock.value;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Variations of a sample item: other ids, names and times, so that the items of a list are
 * distinct. Deterministic; the variation with index 0 is the sample itself.
 */
public final class Variation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "title",
          "login",
          "username",
          "email",
          "emailaddress",
          "subject",
          "summary",
          "displayname",
          "fullname",
          "label",
          "slug",
          "body",
          "description",
          "friendlyname");
  private static final Pattern UUID =
      Pattern.compile("([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-)([0-9a-fA-F]{12})");
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,15})");

  /** A date, or a date and a time (RFC 3339, section 5.6). */
  private static final Pattern TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "((?:[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:?[0-9]{2})?)?)");

  private static final Pattern EMAIL = Pattern.compile("([^@\\s]+)(@[^@\\s]+)");

  /** Ids without a visible structure are at least this long. */
  private static final int OPAQUE_LENGTH = 8;

  private final Function<String, JsonNode> schemas;

  /**
   * Creates variations.
   *
   * @param schemas the flattened schema of a property; a missing node if it is not known
   */
  public Variation(Function<String, JsonNode> schemas) {
    this.schemas = schemas;
  }

  /**
   * The sample with other ids, names and times.
   *
   * @param main the property that identifies the item; empty if there is none
   */
  public ObjectNode of(ObjectNode sample, String main, int index) {
    ObjectNode item = sample.deepCopy();
    if (index > 0) {
      List<String> ids = Names.identity(sample, main);
      ids.forEach(name -> item.set(name, id(name, sample.path(name), index)));
      sample.forEachEntry(
          (name, value) -> {
            if (!ids.contains(name)) {
              item.set(name, described(name, value, index));
            }
          });
      relink(item, sample.path(main), item.path(main));
    }
    return item;
  }

  /** Only the ids of a variation. */
  public ObjectNode identity(ObjectNode sample, String main, int index) {
    ObjectNode ids = NODES.objectNode();
    Names.identity(sample, main).forEach(name -> ids.set(name, id(name, sample.path(name), index)));
    return ids;
  }

  private JsonNode id(String name, JsonNode sample, int index) {
    if (index == 0) {
      return sample;
    } else if (sample.isIntegralNumber()) {
      return NODES.numberNode(sample.bigIntegerValue().add(BigInteger.valueOf(index)));
    } else if (!sample.isString()) {
      return sample;
    }
    JsonNode schema = schemas.apply(name);
    return NODES.stringNode(
        PatternText.of(schema, index)
            .orElseGet(() -> bounded(id(sample.stringValue(), index), schema)));
  }

  private static String id(String sample, int index) {
    Matcher uuid = UUID.matcher(sample);
    if (uuid.matches()) {
      long last = (Long.parseLong(uuid.group(2), 16) + index) & 0xffffffffffffL;
      return uuid.group(1) + String.format(Locale.ROOT, "%012x", last);
    }
    Matcher numbered = NUMBERED.matcher(sample);
    if (numbered.matches() && !isOpaque(sample, numbered.group(2))) {
      String next = String.valueOf(Long.parseLong(numbered.group(2)) + index);
      int width = numbered.group(2).length();
      return numbered.group(1) + "0".repeat(Math.max(0, width - next.length())) + next;
    }
    return sample.length() >= OPAQUE_LENGTH
        ? sample.substring(0, sample.length() - 4) + String.format(Locale.ROOT, "%04x", index)
        : sample + (index + 1);
  }

  /** Whether the digits at the end are only a part of letters and digits without a structure. */
  private static boolean isOpaque(String sample, String digits) {
    return sample.length() >= 2 * OPAQUE_LENGTH && digits.length() < 4;
  }

  /** The end of a text that is too long; its length is counted in code points. */
  private static String bounded(String text, JsonNode schema) {
    int most = Math.max(0, schema.path("maxLength").asInt(Integer.MAX_VALUE));
    int length = text.codePointCount(0, text.length());
    return length <= most ? text : text.substring(text.offsetByCodePoints(0, length - most));
  }

  private JsonNode described(String name, JsonNode sample, int index) {
    String plain = Names.plain(name);
    JsonNode schema = schemas.apply(name);
    if (schema.has("enum") || schema.has("const")) {
      return sample;
    } else if (sample.isString()) {
      String text = sample.stringValue();
      return time(text, index)
          .or(() -> Optional.of(named(text, name, index)).filter(named -> NAMES.contains(plain)))
          .map(varied -> bounded(varied, schema))
          .filter(varied -> PatternText.allows(schema, varied))
          .<JsonNode>map(NODES::stringNode)
          .orElse(sample);
    }
    boolean epoch = plain.startsWith("created") || plain.startsWith("updated");
    return epoch && sample.isIntegralNumber() && sample.asLong(0) > 1_000_000_000L
        ? NODES.numberNode(sample.longValue() - Duration.ofDays(index).toSeconds())
        : sample;
  }

  /** An earlier date, or an earlier time: lists usually begin with the latest item. */
  private static Optional<String> time(String text, int index) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(time.group(1)).minusDays(index))
          .filter(earlier -> earlier.getYear() > 0)
          .map(earlier -> earlier + time.group(2));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static String named(String text, String property, int index) {
    Matcher email = EMAIL.matcher(text);
    if (email.matches()) {
      return email.group(1) + (index + 1) + email.group(2);
    } else if (text.equals("string")) {
      return property + " " + (index + 1);
    }
    return text + (text.indexOf(' ') >= 0 ? " " : "-") + (index + 1);
  }

  /** Links of an item contain its id. */
  private static void relink(ObjectNode item, JsonNode before, JsonNode after) {
    if (!before.isValueNode() || before.isNull() || before.asString().isEmpty()) {
      return;
    }
    Pattern segment =
        Pattern.compile("(?<=/)" + Pattern.quote(before.asString()) + "(?=[/?#.{]|$)");
    String replacement = Matcher.quoteReplacement(after.asString());
    item.properties()
        .forEach(
            member -> {
              String text = member.getValue().asString("");
              if (member.getValue().isString() && text.indexOf('/') >= 0) {
                item.put(member.getKey(), segment.matcher(text).replaceAll(replacement));
              }
            });
  }
}
