package dev.dragoman.runtime.execute.shape;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Limits what a model is shown to a number of characters. In JSON, whole items of the longest list
 * are omitted, so that the rest remains JSON; only if that does not suffice is the text cut.
 */
final class BodyTrimmer {
  private static final String ADVICE =
      " Request less with the operation's paging, filter or field parameters.";

  private final int maxCharacters;

  /**
   * The part that is shown, and a notice about the rest.
   *
   * @param value the body; a string if JSON had to be cut
   * @param notice empty if nothing was omitted
   */
  record Trimmed(JsonNode value, Optional<String> notice) {}

  /** A list inside a body, the names of its path, and its length in characters. */
  private record LongList(List<String> path, ArrayNode items, int length) {}

  BodyTrimmer(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /**
   * Limits JSON.
   *
   * @param received the number of bytes from which it was read; its text has at most twice as many
   *     characters, because only exponents of numbers get longer
   */
  Trimmed json(JsonNode body, int received) {
    return received <= maxCharacters / 2 ? new Trimmed(body, Optional.empty()) : json(body);
  }

  Trimmed json(JsonNode body) {
    MeasuredText text = MeasuredText.of(body, maxCharacters);
    if (text.length() <= maxCharacters) {
      return new Trimmed(body, Optional.empty());
    }
    LongList longest = longest(body, List.of(), null);
    if (longest != null) {
      int budget = maxCharacters - (text.length() - longest.length());
      ArrayNode kept = firstItems(longest.items(), budget);
      if (!kept.isEmpty()) {
        String notice =
            "Only the first "
                + kept.size()
                + " of "
                + longest.items().size()
                + " items"
                + (longest.path().isEmpty() ? "" : " of " + String.join(".", longest.path()))
                + " are shown; the whole body has "
                + text.length()
                + " characters."
                + ADVICE;
        return new Trimmed(replaced(body, longest.path(), kept), Optional.of(notice));
      }
    }
    return cut(text.start(), text.length());
  }

  /** Text, cut at the limit. */
  Trimmed text(String text) {
    return text.length() <= maxCharacters
        ? new Trimmed(JsonNodeFactory.instance.stringNode(text), Optional.empty())
        : cut(text, text.length());
  }

  /** The beginning of a text that is longer than the limit. */
  private Trimmed cut(String text, int length) {
    int end = Character.isHighSurrogate(text.charAt(maxCharacters - 1)) ? 1 : 0;
    String notice =
        "Cut after " + maxCharacters + " characters; the whole body has " + length + "." + ADVICE;
    return new Trimmed(
        JsonNodeFactory.instance.stringNode(text.substring(0, maxCharacters - end)),
        Optional.of(notice));
  }

  /** The longest list that is not itself inside a list. */
  private static @Nullable LongList longest(
      JsonNode node, List<String> path, @Nullable LongList before) {
    if (node instanceof ArrayNode items) {
      LongList found = new LongList(path, items, MeasuredText.length(items));
      return before == null || found.length() > before.length() ? found : before;
    }
    LongList best = before;
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        List<String> inner = Stream.concat(path.stream(), Stream.of(member.getKey())).toList();
        best = longest(member.getValue(), inner, best);
      }
    }
    return best;
  }

  private static ArrayNode firstItems(ArrayNode items, int budget) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    int used = 2;
    for (JsonNode item : items.values()) {
      used += MeasuredText.length(item) + 1;
      if (used > budget) {
        break;
      }
      kept.add(item);
    }
    return kept;
  }

  private static JsonNode replaced(JsonNode node, List<String> path, ArrayNode kept) {
    if (path.isEmpty()) {
      return kept;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    List<String> rest = path.subList(1, path.size());
    node.forEachEntry(
        (name, member) ->
            copy.set(name, name.equals(path.get(0)) ? replaced(member, rest, kept) : member));
    return copy;
  }
}
