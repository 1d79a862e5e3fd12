package dev.dragoman.generator.plan.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the names of fields say about their meaning, whatever their spelling: {@code html_url},
 * {@code htmlUrl} and {@code HtmlUrl} are the same name. The lists contain general English and the
 * usual terms of web APIs, but nothing that is specific to one API.
 */
final class FieldNames {
  /** Names of identifiers, the most specific first. */
  static final List<String> IDENTITY =
      List.of(
          "id",
          "gid",
          "uuid",
          "guid",
          "sid",
          "key",
          "slug",
          "login",
          "handle",
          "username",
          "code",
          "number",
          "ref",
          "sha",
          "token",
          "name",
          "email");

  /** The first of these say what something is; an envelope around it has none of them. */
  static final List<String> OWN_IDENTITY = IDENTITY.subList(0, 7);

  /** Names of fields that most readers want, most wanted first. */
  private static final List<String> TELLING =
      List.of(
          "name",
          "displayname",
          "fullname",
          "title",
          "summary",
          "subject",
          "label",
          "status",
          "state",
          "phase",
          "type",
          "email",
          "amount",
          "total",
          "currency",
          "price",
          "balance",
          "quantity",
          "count",
          "value",
          "htmlurl",
          "weburl",
          "url",
          "link",
          "permalink",
          "body",
          "text",
          "content",
          "message",
          "query",
          "from",
          "to",
          "start",
          "end",
          "due",
          "date",
          "createdat",
          "created",
          "updatedat",
          "description");

  /** Names of what clients rarely read: technical links and descriptions of the data itself. */
  private static final List<String> TECHNICAL =
      List.of(
          "nodeid",
          "etag",
          "self",
          "object",
          "kind",
          "expand",
          "links",
          "meta",
          "metadata",
          "extra");

  private FieldNames() {}

  /** The words of a name, in lower case. */
  static List<String> words(String name) {
    String separated = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return new ArrayList<>(
        Arrays.stream(separated.split("[^a-z0-9]+", -1)).filter(word -> !word.isEmpty()).toList());
  }

  /** The name without case and separators. */
  static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
  }

  /**
   * How much a field tells a reader, 0 for most; 100 for names that say nothing about it, and more
   * for technical ones.
   */
  static int rank(String name) {
    String plain = plain(name);
    int telling = TELLING.indexOf(plain);
    if (telling >= 0) {
      return telling;
    }
    if (TECHNICAL.contains(plain)) {
      return 200;
    }
    List<String> words = words(name);
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    if (last.equals("url") || last.equals("uri") || last.equals("href")) {
      return 150;
    }
    return TELLING.indexOf(last) >= 0 ? 50 + TELLING.indexOf(last) : 100;
  }

  /** Whether a field has a name that most readers want. */
  static boolean isTelling(String name) {
    return TELLING.contains(plain(name));
  }
}
