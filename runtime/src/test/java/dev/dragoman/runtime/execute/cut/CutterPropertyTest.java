package dev.dragoman.runtime.execute.cut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.execute.cut.Cut.Unit;
import dev.dragoman.runtime.execute.cut.Cut.Window;
import dev.dragoman.runtime.json.JsonReader;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.json.fields.Projection;
import dev.dragoman.runtime.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any value, any fields and any limit: what is shown is JSON within the limit and equal to the
 * original, and going on shows everything, and nothing twice.
 */
class CutterPropertyTest {
  private static final int CASES = 60;
  private static final int MOST_CALLS = 20_000;

  /** One call: the fields, and how much was shown before. */
  private record Call(List<FieldPath> fields, int skip) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everythingIsShownOnceWithinTheLimit(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < CASES; i++) {
      Values values = new Values(random);
      JsonNode original = values.value(0, 1 + random.nextInt(3));
      long limit = 1_500L + random.nextInt(random.nextBoolean() ? 800 : 12_000);
      List<FieldPath> fields = random.nextInt(3) == 0 ? Values.fields(original, random) : List.of();
      new Walk(original, limit).follow(new Call(fields, 0));
    }
  }

  /** Follows a value to its end. */
  private static final class Walk {
    private final JsonNode original;
    private final long limit;
    private final List<String> seen = new ArrayList<>();
    private final Map<FieldPath, StringBuilder> texts = new HashMap<>();

    Walk(JsonNode original, long limit) {
      this.original = original;
      this.limit = limit;
    }

    void follow(Call first) {
      Deque<Call> calls = new ArrayDeque<>(List.of(first));
      int made = 0;
      while (!calls.isEmpty()) {
        assertThat(++made).as("calls for %s", original).isLessThan(MOST_CALLS);
        Call call = calls.pop();
        Cut cut =
            new Cutter(limit).cut(Projection.of(call.fields()).apply(original), call.skip(), null);
        check(cut);
        Window window = cut.window().orElse(null);
        if (window != null && window.hasMore()) {
          assertThat(window.to()).isGreaterThan(call.skip());
          calls.push(new Call(call.fields(), window.to()));
        }
        if (!cut.omitted().isEmpty()) {
          List<FieldPath> omitted = Projection.of(call.fields()).within(cut.omitted(), original);
          assertThat(omitted).as("goes on in %s", original).isNotEqualTo(call.fields());
          calls.push(new Call(omitted, 0));
        }
      }
      List<String> expected = new ArrayList<>();
      leaves(Projection.of(first.fields()).apply(original).value(), expected);
      texts.forEach((path, text) -> seen.add(text.toString()));
      assertThat(new TreeSet<>(seen)).containsExactlyElementsOf(new TreeSet<>(expected));
      assertThat(seen).hasSameSizeAs(expected);
    }

    private void check(Cut cut) {
      String shown = VisibleText.of(cut.value().toString());
      ArrayNode paths = JsonNodeFactory.instance.arrayNode();
      cut.omitted().forEach(path -> paths.add(path.toString()));
      String omitted = paths.toString();
      int size =
          shown.getBytes(StandardCharsets.UTF_8).length
              + (cut.omitted().isEmpty() ? 0 : omitted.getBytes(StandardCharsets.UTF_8).length);
      assertThat((long) size).as("%s of %s", cut, original).isLessThanOrEqualTo(limit + 50);
      assertThat(JsonReader.forResponses().find(shown)).contains(cut.value());
      Window window = cut.window().orElse(null);
      if (window != null && window.unit() == Unit.CHARACTERS) {
        StringBuilder text =
            texts.computeIfAbsent(
                new FieldPath(rooted(window.path()), true), p -> new StringBuilder());
        assertThat(text.length()).isEqualTo(window.from());
        List<String> one = new ArrayList<>();
        leaves(cut.value(), one);
        text.append(one.get(0));
      } else {
        leaves(cut.value(), seen);
      }
    }

    private static List<String> rooted(List<String> path) {
      return path.isEmpty() ? List.of("") : path;
    }

    private static void leaves(JsonNode value, List<String> into) {
      if (value.isContainer()) {
        value.forEach(inner -> leaves(inner, into));
      } else {
        into.add(value.asString());
      }
    }
  }

  /** Makes values whose leaves are all different. */
  private static final class Values {
    private static final List<String> PIECES =
        List.of("a", "\"", "\\", "é", "漢", "😀", "\u200B", "\n", "\u0001", "lorem ipsum ");

    private final Random random;
    private int count;

    Values(Random random) {
      this.random = random;
    }

    JsonNode value(int depth, int most) {
      int kind = depth == 0 ? 4 + random.nextInt(6) : random.nextInt(depth > most ? 4 : 10);
      return switch (kind) {
        case 0 -> JsonNodeFactory.instance.numberNode(1_000_000 + count++);
        case 1, 2, 3 -> JsonNodeFactory.instance.stringNode(text());
        case 4, 5, 6 -> list(depth, most);
        default -> object(depth, most);
      };
    }

    private String text() {
      int length = random.nextInt(12) == 0 ? random.nextInt(3_000) : random.nextInt(30);
      StringBuilder text = new StringBuilder("t" + count++ + "-");
      while (text.length() < length) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      return text.toString();
    }

    private ArrayNode list(int depth, int most) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      int size = random.nextInt(random.nextInt(4) == 0 ? 60 : 8);
      for (int i = 0; i < size; i++) {
        list.add(value(depth + 1, most));
      }
      return list;
    }

    private ObjectNode object(int depth, int most) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      int size = random.nextInt(random.nextInt(6) == 0 ? 50 : 8);
      for (int i = 0; i < size; i++) {
        String name =
            switch (random.nextInt(8)) {
              case 0 -> "with.dot" + i;
              case 1 -> "/a~b " + i;
              case 2 -> Integer.toString(i);
              default -> "name" + i;
            };
        object.set(name, value(depth + 1, most));
      }
      return object;
    }

    /** Some fields of a value, and now and then one that it does not have. */
    static List<FieldPath> fields(JsonNode value, Random random) {
      List<FieldPath> fields = new ArrayList<>();
      JsonNode object = value.isArray() && !value.isEmpty() ? value.get(0) : value;
      for (String name : object.propertyNames()) {
        if (random.nextBoolean()) {
          fields.add(new FieldPath(List.of(name), true));
        }
      }
      return fields.isEmpty() ? List.of(FieldPath.of("nothing.here")) : fields;
    }
  }
}
