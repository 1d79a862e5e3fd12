package dev.dragoman.benchmarks.answers;

import dev.dragoman.benchmarks.answers.Signature.Both;
import dev.dragoman.benchmarks.answers.Signature.Items;
import dev.dragoman.benchmarks.answers.Signature.Member;
import dev.dragoman.benchmarks.answers.Signature.Members;
import dev.dragoman.benchmarks.answers.Signature.Notation;
import dev.dragoman.benchmarks.answers.Signature.Union;
import dev.dragoman.benchmarks.answers.Signature.Value;
import dev.dragoman.benchmarks.answers.Signature.Word;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Creates a minimal value of a type, with only the required members. */
final class Written {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern COUNT = Pattern.compile("(\\d*)\\.\\.(\\d*)");
  private static final Pattern LENGTH = Pattern.compile("(?:(\\d+)\\.\\.)?(\\d*) chars");
  private static final Pattern PATTERN = Pattern.compile("/(.*)/(?:, .*)?$");
  private static final Pattern RANGE = Pattern.compile("(-?[0-9.eE]*?)\\.\\.(-?[0-9.eE]*)");
  private static final Pattern MULTIPLE = Pattern.compile("multiple of ([0-9.]+)");

  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("date-time", "2024-01-31T10:00:00Z"),
          Map.entry("date", "2024-01-31"),
          Map.entry("time", "10:00:00Z"),
          Map.entry("uuid", "123e4567-e89b-42d3-a456-426614174000"),
          Map.entry("email", "a@example.com"),
          Map.entry("uri", "https://example.com/a"),
          Map.entry("url", "https://example.com/a"),
          Map.entry("hostname", "example.com"),
          Map.entry("ipv4", "192.0.2.1"),
          Map.entry("ipv6", "2001:db8::1"),
          Map.entry("base64", "dGV4dA=="));

  private Written() {}

  static ObjectNode members(List<Member> members) {
    ObjectNode object = NODES.objectNode();
    members.stream()
        .filter(Member::required)
        .forEach(member -> object.set(member.name(), value(member.type())));
    return object;
  }

  static JsonNode value(Notation type) {
    if (type instanceof Members object) {
      return members(object.members());
    }
    if (type instanceof Items array) {
      return items(array);
    }
    if (type instanceof Union union) {
      return value(union.alternatives().get(0));
    }
    if (type instanceof Both both) {
      ObjectNode merged = NODES.objectNode();
      both.parts().stream()
          .map(Written::value)
          .filter(ObjectNode.class::isInstance)
          .forEach(part -> merged.setAll((ObjectNode) part));
      return merged;
    }
    return type instanceof Value literal ? NODES.stringNode(literal.text()) : word((Word) type);
  }

  private static JsonNode items(Items array) {
    ArrayNode items = NODES.arrayNode();
    Matcher count = COUNT.matcher(array.limits());
    int least = count.find() && !count.group(1).isEmpty() ? Integer.parseInt(count.group(1)) : 0;
    for (int i = 0; i < least; i++) {
      items.add(value(array.item()));
    }
    return items;
  }

  private static JsonNode word(Word word) {
    return switch (word.text()) {
      case "string" -> NODES.stringNode(string(word.limits()));
      case "integer", "number" -> number(word);
      case "boolean", "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "null" -> NODES.nullNode();
      case "object" -> NODES.objectNode();
      case "any" -> NODES.stringNode("text");
      default -> literal(word.text());
    };
  }

  private static JsonNode literal(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,9})?")
        ? NODES.numberNode(new java.math.BigDecimal(text))
        : NODES.stringNode(text);
  }

  private static JsonNode number(Word word) {
    boolean whole = word.text().equals("integer");
    double value = 1;
    Matcher multiple = MULTIPLE.matcher(word.limits());
    double step = multiple.find() ? Double.parseDouble(multiple.group(1)) : whole ? 1 : 0.5;
    Matcher range = RANGE.matcher(word.limits());
    if (multiple.hitEnd() || word.limits().contains("multiple")) {
      value = step;
    }
    if (range.find()) {
      double least = range.group(1).isEmpty() ? -1e15 : Double.parseDouble(range.group(1));
      double most = range.group(2).isEmpty() ? 1e15 : Double.parseDouble(range.group(2));
      value = value < least ? Math.ceil(least / step) * step : value > most ? most : value;
    }
    for (String part : word.limits().split(", ", -1)) {
      if (part.startsWith(">=")) {
        value = Math.max(value, Double.parseDouble(part.substring(2)));
      } else if (part.startsWith(">")) {
        double least = Double.parseDouble(part.substring(1));
        value = value <= least ? least + step : value;
      } else if (part.startsWith("<") && !part.startsWith("<=")) {
        double most = Double.parseDouble(part.substring(1));
        value = value >= most ? most - step : value;
      }
    }
    return whole ? NODES.numberNode((long) value) : NODES.numberNode(value);
  }

  private static String string(String limits) {
    Matcher length = LENGTH.matcher(limits.replaceAll("/.*/", ""));
    int least = 0;
    int most = Integer.MAX_VALUE;
    if (length.find()) {
      most = length.group(2).isEmpty() ? most : Integer.parseInt(length.group(2));
      least = length.group(1) == null ? most : Integer.parseInt(length.group(1));
    }
    Matcher pattern = PATTERN.matcher(limits);
    if (pattern.find()) {
      return PatternText.of(pattern.group(1), least, most);
    }
    String format = limits.split(",", -1)[0];
    String text = FORMATS.getOrDefault(format, "text");
    return text.length() > most
        ? text.substring(0, most)
        : text + "x".repeat(Math.max(0, least - text.length()));
  }
}
