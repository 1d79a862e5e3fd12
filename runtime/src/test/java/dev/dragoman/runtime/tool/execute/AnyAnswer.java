package dev.dragoman.runtime.tool.execute;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random JSON as APIs return it, and random fields of it. All texts and numbers of a value are
 * different, so that each can be recognized wherever it is shown.
 */
final class AnyAnswer {
  private static final List<String> PIECES =
      List.of(
          "a",
          "\"",
          "\\",
          "é",
          "漢",
          "😀",
          "\u200B",
          "\n",
          "\u0001",
          "\uD83D",
          "❤️",
          "e\u0301",
          "lorem ipsum dolor ");
  private static final int MOST_OF_FIELDS = 300;
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final Random random;
  private int count;

  AnyAnswer(Random random) {
    this.random = random;
  }

  /** A list or an object, sometimes a scalar. */
  JsonNode body() {
    return switch (random.nextInt(20)) {
      case 0 -> scalar();
      case 1 -> MAKE.stringNode(text(20_000));
      case 2 -> deep(20 + random.nextInt(40));
      default -> container(0, 1 + random.nextInt(4));
    };
  }

  /** Text that is not JSON, without characters that are escaped when they are shown. */
  JsonNode text() {
    return MAKE.stringNode(text(20_000).replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\n]]", "."));
  }

  /** The items of several pages. */
  List<ArrayNode> pages() {
    List<ArrayNode> pages = new ArrayList<>();
    int most = 1 + random.nextInt(3);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      ArrayNode items = MAKE.arrayNode();
      for (int k = 1 + random.nextInt(25); k > 0; k--) {
        items.add(random.nextInt(6) == 0 ? value(2, most) : object(1, most));
      }
      pages.add(items);
    }
    return pages;
  }

  private JsonNode deep(int levels) {
    JsonNode inner = MAKE.stringNode(text(8_000));
    for (int i = 0; i < levels; i++) {
      inner =
          random.nextBoolean()
              ? MAKE.objectNode().put("other" + i, text(300)).set("level" + i, inner)
              : MAKE.objectNode().set("level" + i, inner);
    }
    return inner;
  }

  private JsonNode container(int depth, int most) {
    return random.nextBoolean() ? list(depth, most) : object(depth, most);
  }

  private JsonNode value(int depth, int most) {
    return depth < most && random.nextInt(10) < 5 ? container(depth, most) : scalar();
  }

  private JsonNode scalar() {
    return switch (random.nextInt(10)) {
      case 0 -> MAKE.nullNode();
      case 1 -> MAKE.booleanNode(random.nextBoolean());
      case 2 -> MAKE.numberNode(1_000_000 + count++);
      case 3 -> MAKE.numberNode(new BigInteger("9".repeat(30) + count++));
      case 4 -> MAKE.numberNode(new BigDecimal(count++ + ".10"));
      default -> MAKE.stringNode(text(random.nextInt(12) == 0 ? 4_000 : 40));
    };
  }

  private String text(int most) {
    int length = random.nextInt(most);
    StringBuilder text = new StringBuilder("t" + count++ + "-");
    boolean plain = random.nextBoolean();
    while (text.length() < length) {
      text.append(plain ? "some words " : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private ArrayNode list(int depth, int most) {
    ArrayNode list = MAKE.arrayNode();
    int size = random.nextInt(random.nextInt(4) == 0 ? 60 : 7);
    for (int i = 0; i < size; i++) {
      list.add(value(depth + 1, most));
    }
    return list;
  }

  private ObjectNode object(int depth, int most) {
    ObjectNode object = MAKE.objectNode();
    int size = random.nextInt(random.nextInt(6) == 0 ? 60 : 8);
    for (int i = 0; i < size; i++) {
      object.set(name(i), value(depth + 1, most));
    }
    return object;
  }

  private String name(int i) {
    return switch (random.nextInt(16)) {
      case 0 -> "with.dot" + i;
      case 1 -> "/a~b " + i;
      case 2 -> Integer.toString(i);
      case 3 -> "*[" + i + "]";
      case 4 -> "";
      case 5 -> "漢字" + i;
      case 6 -> "a_long_name_that_says_everything_".repeat(1 + random.nextInt(8)) + i;
      default -> "name" + i;
    };
  }

  /**
   * Some fields of a value, and now and then one that it does not have. They are shorter than the
   * smallest result, because a result has to repeat them in the next call.
   */
  List<String> fields(JsonNode value) {
    if (random.nextInt(3) == 0) {
      return List.of();
    }
    Set<String> fields = new TreeSet<>();
    int wanted = random.nextInt(8) == 0 ? 40 : 1 + random.nextInt(5);
    int length = 0;
    for (int i = 0; i < wanted && length < MOST_OF_FIELDS; i++) {
      List<String> steps = new ArrayList<>();
      boolean pointer = random.nextInt(3) == 0;
      walk(value, pointer && random.nextBoolean(), steps);
      if (steps.isEmpty() || random.nextInt(12) == 0) {
        steps.add("not_there" + i);
      }
      String field = pointer ? pointer(steps) : dotted(steps);
      fields.add(field);
      length += field.length();
    }
    return List.copyOf(fields);
  }

  private void walk(JsonNode value, boolean positions, List<String> steps) {
    if (value.isEmpty() || steps.size() >= 25 || (!steps.isEmpty() && random.nextInt(4) == 0)) {
      return;
    }
    int index = random.nextInt(value.size());
    if (value instanceof ObjectNode object) {
      String name = List.copyOf(object.propertyNames()).get(index);
      steps.add(name);
      walk(object.get(name), positions, steps);
    } else {
      if (positions) {
        steps.add(Integer.toString(index));
      }
      walk(value.get(index), positions, steps);
    }
  }

  /** As an agent writes it: only names that need no other notation. */
  private static String dotted(List<String> steps) {
    boolean plain = steps.stream().allMatch(step -> step.matches("[a-z][A-Za-z0-9_]{0,200}"));
    String path = String.join(".", steps);
    return plain && path.length() <= MOST_OF_FIELDS ? path : pointer(steps);
  }

  private static String pointer(List<String> steps) {
    List<String> kept = steps;
    while (length(kept) > MOST_OF_FIELDS) {
      kept = kept.subList(0, kept.size() - 1);
    }
    return kept.isEmpty() ? "not_there" : written(kept);
  }

  private static int length(List<String> steps) {
    return steps.isEmpty() ? 0 : written(steps).length();
  }

  private static String written(List<String> steps) {
    StringBuilder path = new StringBuilder();
    steps.forEach(step -> path.append('/').append(step.replace("~", "~0").replace("/", "~1")));
    return path.toString();
  }

  /**
   * What the fields denote: names pass through lists, a position selects one item.
   *
   * @param fields the steps of each; none for everything
   * @return null if nothing is left
   */
  static JsonNode selected(JsonNode value, List<List<String>> fields) {
    if (fields.isEmpty() || fields.stream().anyMatch(List::isEmpty)) {
      return value;
    } else if (value instanceof ArrayNode list) {
      ArrayNode kept = MAKE.arrayNode();
      IntStream.range(0, list.size())
          .forEach(
              i -> {
                List<List<String>> inner =
                    fields.stream()
                        .filter(path -> !isPosition(path.get(0)) || isAt(path, i))
                        .map(path -> isAt(path, i) ? path.subList(1, path.size()) : path)
                        .toList();
                if (!inner.isEmpty()) {
                  kept.add(selected(list.get(i), inner));
                }
              });
      return kept;
    } else if (value instanceof ObjectNode object) {
      ObjectNode kept = MAKE.objectNode();
      object.forEachEntry(
          (name, member) -> {
            List<List<String>> inner =
                fields.stream()
                    .filter(path -> path.get(0).equals(name))
                    .map(path -> path.subList(1, path.size()))
                    .toList();
            if (!inner.isEmpty()) {
              kept.set(name, selected(member, inner));
            }
          });
      return kept;
    }
    return value;
  }

  private static boolean isAt(List<String> path, int index) {
    return path.get(0).equals(Integer.toString(index));
  }

  private static boolean isPosition(String step) {
    return step.matches("0|[1-9][0-9]{0,8}");
  }

  /** The steps of a field as {@link #fields} writes it. */
  static List<String> steps(String field) {
    if (!field.startsWith("/")) {
      return List.of(field.split("\\."));
    }
    List<String> steps = new ArrayList<>();
    for (String step : field.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return steps;
  }
}
