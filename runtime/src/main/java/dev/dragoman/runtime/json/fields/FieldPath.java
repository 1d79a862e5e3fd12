package dev.dragoman.runtime.json.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The path of a field inside a JSON value: names of members, and positions in lists. A name is
 * looked up in each item of a list, so that {@code labels.name} denotes the names of all labels.
 *
 * @param steps at least one; a step of digits is a position where the value is a list
 * @param isPointer whether it is written as a JSON Pointer (RFC 6901)
 */
public record FieldPath(List<String> steps, boolean isPointer) {
  /** The most steps of a path: as deep as a response may be. */
  public static final int MOST_STEPS = 500;

  /** A position, as {@code [3]}. */
  private static final Pattern POSITION = Pattern.compile("\\[([0-9]{1,9})]");

  public FieldPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a path has at least one step");
    }
  }

  /**
   * Reads a path: names separated by dots, or a JSON Pointer (RFC 6901) if it starts with a slash.
   * The notations of JSONPath for all items and for one item ({@code data[*].id}, {@code
   * data[].id}, {@code data[0].id}) are understood, too.
   *
   * @throws IllegalArgumentException if a step is empty or there are more than {@link #MOST_STEPS}
   */
  public static FieldPath of(String text) {
    boolean pointer = text.startsWith("/");
    List<String> steps =
        pointer
            ? Arrays.stream(text.substring(1).split("/", -1)).map(FieldPath::unescaped).toList()
            : dotted(text);
    if (steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException("has more than " + MOST_STEPS + " steps");
    }
    if (!pointer && steps.contains("")) {
      throw new IllegalArgumentException("has an empty step");
    }
    return new FieldPath(steps, pointer);
  }

  private static List<String> dotted(String text) {
    boolean hasRoot = text.startsWith("$.") || text.startsWith("$[");
    String plain = hasRoot ? text.substring(1) : text;
    plain = plain.replace("[*]", "").replace("[]", "");
    plain = POSITION.matcher(plain).replaceAll(".$1");
    plain = plain.startsWith(".") ? plain.substring(1) : plain;
    return List.of(plain.split("\\.", -1));
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  /** This path without its first step; the path has to have another one. */
  FieldPath rest() {
    return new FieldPath(steps.subList(1, steps.size()), isPointer);
  }

  /** The path of the same field below other steps. */
  public FieldPath under(List<String> outer) {
    List<String> all = new ArrayList<>(outer);
    all.addAll(steps);
    return new FieldPath(all, isPointer);
  }

  /** Steps and another one. */
  public static List<String> plus(List<String> steps, String step) {
    List<String> all = new ArrayList<>(steps);
    all.add(step);
    return all;
  }

  /**
   * Whether the path is that of a list, of something around it, or of a field of all its items.
   *
   * @param list the steps to the list
   */
  public boolean isOfEach(List<String> list) {
    int common = Math.min(steps.size(), list.size());
    return steps.subList(0, common).equals(list.subList(0, common))
        && (steps.size() <= list.size() || !isPosition(steps.get(list.size())));
  }

  /** Whether a value has the field, in any item of the lists on the way. */
  public boolean isIn(JsonNode value) {
    return isIn(value, 0);
  }

  private boolean isIn(JsonNode value, int step) {
    if (step == steps.size()) {
      return true;
    }
    String name = steps.get(step);
    if (value instanceof ArrayNode list) {
      return isPosition(name)
          ? list.has(Integer.parseInt(name)) && isIn(list.get(Integer.parseInt(name)), step + 1)
          : list.values().stream().anyMatch(item -> isIn(item, step));
    }
    JsonNode member = value.get(name);
    return member != null && isIn(member, step + 1);
  }

  /** The values of the field, in all items of the lists on the way; none if there is none. */
  public List<JsonNode> valuesIn(JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    collect(value, 0, values);
    return values;
  }

  private void collect(JsonNode value, int step, List<JsonNode> into) {
    boolean atPosition =
        step < steps.size() && value instanceof ArrayNode && isPosition(steps.get(step));
    if (value instanceof ArrayNode list && !atPosition) {
      list.values().forEach(item -> collect(item, step, into));
    } else if (step == steps.size()) {
      into.add(value);
    } else {
      String name = steps.get(step);
      JsonNode inner = atPosition ? value.get(Integer.parseInt(name)) : value.get(name);
      if (inner != null) {
        collect(inner, step + 1, into);
      }
    }
  }

  /** Whether a step denotes an item of a list. */
  public static boolean isPosition(String step) {
    return !step.isEmpty()
        && step.length() <= 9
        && step.chars().allMatch(c -> c >= '0' && c <= '9')
        && (step.length() == 1 || step.charAt(0) != '0');
  }

  /** The path as {@link #of} reads it; also as a pointer where dots would be ambiguous. */
  @Override
  public String toString() {
    return isPointer || steps.stream().anyMatch(FieldPath::isAmbiguous)
        ? steps.stream()
            .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining())
        : String.join(".", steps);
  }

  private static boolean isAmbiguous(String step) {
    return step.isEmpty() || step.equals("$") || step.chars().anyMatch(FieldPath::isMark);
  }

  private static boolean isMark(int c) {
    return c == '.' || c == '[' || c == ']' || c == '/' || Character.isWhitespace(c);
  }
}
