package dev.dragoman.runtime.execute.cut;

import dev.dragoman.runtime.execute.cut.Cut.Unit;
import dev.dragoman.runtime.execute.cut.Cut.Window;
import dev.dragoman.runtime.json.fields.FieldPath;
import dev.dragoman.runtime.json.fields.Projection.Selected;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Limits JSON to a number of bytes. What is shown is always JSON: whole items of the list that
 * matters, and if one of them is too long, its shorter fields. The rest can be requested: by the
 * number of items that were shown, and by the paths of the fields that were left out.
 */
public final class Cutter {
  private final long limit;

  /**
   * Creates a cutter.
   *
   * @param limit the most bytes of a value, and of the paths of what is left out of it
   */
  public Cutter(long limit) {
    this.limit = limit;
  }

  /**
   * Cuts a value.
   *
   * @param skip the number of items, members or characters that were shown before
   * @param items the path of the list with the items; null if it is not known
   */
  public Cut cut(Selected selected, int skip, @Nullable List<String> items) {
    JsonNode whole = selected.value();
    if (skip == 0 && ShownSize.of(whole, limit) <= limit) {
      return Cut.whole(whole);
    }
    Target target = Target.of(selected, items);
    if (target == null && skip == 0) {
      Pruner pruner = new Pruner(selected, List.of());
      Optional<JsonNode> pruned = pruner.prune(whole, List.of(), limit);
      if (pruned.isPresent() && !isEmpty(pruned.get())) {
        return new Cut(pruned.get(), Optional.empty(), pruner.omitted());
      }
    }
    Target part = target == null ? Target.last(selected) : target;
    return part == null ? Cut.whole(whole) : window(selected, part, skip);
  }

  /** Whether there is nothing but empty containers. */
  private static boolean isEmpty(JsonNode value) {
    return value.isContainer() && value.values().stream().allMatch(Cutter::isEmpty);
  }

  /** The path of the longest list of a value that is not itself inside a list. */
  public static Optional<List<String>> longestList(JsonNode value) {
    return Optional.ofNullable(Target.of(Selected.all(value), null))
        .filter(target -> target.unit() == Unit.ITEMS)
        .map(Target::path);
  }

  /** Text that is not JSON, in parts. */
  public Cut text(String text, int skip) {
    return cut(Selected.all(StringNode.valueOf(text)), skip, null);
  }

  /** What is beside the part is shown with its beginning only. */
  private Cut window(Selected selected, Target target, int skip) {
    IdentityHashMap<ArrayNode, int[]> positions = new IdentityHashMap<>(selected.positions());
    int from = start(target, skip);
    Target shell = from > 0 ? target.bare() : target.emptied(positions);
    JsonNode around = shell.chain().get(0);
    Pruner pruner = new Pruner(new Selected(around, positions), shell.chain());
    JsonNode kept = around;
    if (ShownSize.of(around, limit) > limit / 2) {
      kept = pruner.prune(around, List.of(), limit / 2).orElse(around);
    }
    long rest = ShownSize.of(kept, limit) + pruner.omittedSize();
    Part part = new Part(selected, target, from, limit - rest);
    JsonNode shown = part.shown(pruner);
    Window window = new Window(target.unit(), target.path(), from, part.to, target.size());
    return new Cut(
        filled(kept, shell.node(), shown),
        Optional.of(window).filter(found -> from > 0 || found.hasMore()),
        pruner.omitted());
  }

  /** Where a part begins: a character that is skipped by half is shown. */
  private static int start(Target target, int skip) {
    int from = Math.min(skip, target.size());
    boolean isInside =
        target.unit() == Unit.CHARACTERS
            && from > 0
            && from < target.size()
            && Character.isLowSurrogate(target.node().stringValue().charAt(from))
            && Character.isHighSurrogate(target.node().stringValue().charAt(from - 1));
    return isInside ? from - 1 : from;
  }

  /** The value with a part put into its empty place, which is found by identity. */
  @SuppressWarnings("ReferenceEquality")
  private static JsonNode filled(JsonNode node, JsonNode place, JsonNode part) {
    if (node == place) {
      return part;
    } else if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.forEachEntry((name, value) -> copy.set(name, filled(value, place, part)));
      return copy;
    } else if (node instanceof ArrayNode list) {
      ArrayNode copy = list.arrayNode();
      list.forEach(value -> copy.add(filled(value, place, part)));
      return copy;
    }
    return node;
  }

  /** The part of a list, object or text that fits. */
  private static final class Part {
    private final Selected selected;
    private final Target target;
    private final int from;
    private final long room;
    private int to;

    Part(Selected selected, Target target, int from, long room) {
      this.selected = selected;
      this.target = target;
      this.from = from;
      this.to = from;
      this.room = room;
    }

    JsonNode shown(Pruner pruner) {
      return switch (target.unit()) {
        case ITEMS -> items((ArrayNode) target.node(), pruner);
        case MEMBERS -> members((ObjectNode) target.node(), pruner);
        case CHARACTERS -> characters(target.node().stringValue());
      };
    }

    private ArrayNode items(ArrayNode list, Pruner pruner) {
      ArrayNode shown = list.arrayNode();
      long left = room;
      while (to < list.size()) {
        JsonNode item = list.get(to);
        long size = ShownSize.of(item, left) + 1;
        if (size > left) {
          break;
        }
        shown.add(item);
        left -= size;
        to++;
      }
      if (to == from && to < list.size()) {
        List<String> path = below(Integer.toString(selected.position(list, to)));
        pruner.alone(list.get(to), path, room).ifPresent(shown::add);
        to++;
      }
      return shown;
    }

    private ObjectNode members(ObjectNode object, Pruner pruner) {
      ObjectNode shown = object.objectNode();
      long left = room;
      List<Map.Entry<String, JsonNode>> all = List.copyOf(object.properties());
      while (to < all.size()) {
        Map.Entry<String, JsonNode> member = all.get(to);
        long size = ShownSize.member(member.getKey(), member.getValue(), left);
        if (size > left) {
          break;
        }
        shown.set(member.getKey(), member.getValue());
        left -= size;
        to++;
      }
      if (to == from && to < all.size()) {
        String name = all.get(to).getKey();
        pruner
            .alone(all.get(to).getValue(), below(name), room - ShownSize.name(name))
            .ifPresent(value -> shown.set(name, value));
        to++;
      }
      return shown;
    }

    private List<String> below(String step) {
      return FieldPath.plus(target.path(), step);
    }

    /** A variation selector (UTS #51) is invisible without the character before it. */
    private static boolean isSelector(char c) {
      return c >= '\uFE00' && c <= '\uFE0F';
    }

    /** At least one character is shown, so that the rest gets shorter. */
    private StringNode characters(String text) {
      long left = room;
      while (to < text.length()) {
        int point = text.codePointAt(to);
        left -= ShownSize.character(point);
        if (left < 0 && to > from) {
          break;
        }
        to += Character.charCount(point);
      }
      if (to < text.length() && isSelector(text.charAt(to)) && to - from > 2) {
        to = text.offsetByCodePoints(to, -1);
      }
      return StringNode.valueOf(text.substring(from, to));
    }
  }
}
