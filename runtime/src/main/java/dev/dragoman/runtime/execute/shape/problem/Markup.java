package dev.dragoman.runtime.execute.shape.problem;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extracts text from HTML and XML without a parser: error pages of proxies are rarely well-formed,
 * and entities of a document type must not be resolved. HTML becomes its title and text, one line
 * per block; XML becomes a line per element with text, {@code name: text}.
 */
final class Markup {
  private static final Pattern START =
      Pattern.compile(
          "\\s*(<!DOCTYPE|<html|<head|<body|<\\?xml|<!--|<[A-Za-z][\\w:.-]*[\\s/>]).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern HTML =
      Pattern.compile("<(!doctype\\s+html|html|body)\\b", Pattern.CASE_INSENSITIVE);

  private static final Set<String> HIDDEN =
      Set.of("script", "style", "svg", "noscript", "template");

  /** Elements inside a line of HTML. */
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "code", "em", "i", "kbd", "small", "span", "strong", "sub", "sup", "tt",
          "u", "var");

  private static final Pattern ENTITY = Pattern.compile("&(#[xX]?[0-9a-fA-F]{1,6}|[a-z]{2,5});");

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private final String source;
  private final int most;
  private final boolean html;
  private final StringBuilder text = new StringBuilder();
  private String element = "";
  private int at;

  private Markup(String source, int most) {
    this.source = source;
    this.most = most;
    this.html = HTML.matcher(source.substring(0, Math.min(source.length(), 2_000))).find();
  }

  static boolean isMarkup(String text) {
    return START.matcher(text.substring(0, Math.min(text.length(), 200))).matches();
  }

  /** The text of a document, at most about this many characters of it. */
  static String text(String source, int most) {
    Markup markup = new Markup(source, most);
    markup.read();
    return markup.text.toString().strip();
  }

  private void read() {
    while (at < source.length() && text.length() < most) {
      if (source.startsWith("<!--", at)) {
        skip("-->");
      } else if (source.startsWith("<![CDATA[", at)) {
        at += "<![CDATA[".length();
        int end = source.indexOf("]]>", at);
        append(source.substring(at, end < 0 ? source.length() : end));
        at = end < 0 ? source.length() : end + 3;
      } else if (source.charAt(at) == '<') {
        tag();
      } else {
        int end = source.indexOf('<', at);
        int stop = end < 0 ? source.length() : end;
        append(decoded(source.substring(at, stop)));
        at = stop;
      }
    }
  }

  private void skip(String end) {
    int found = source.indexOf(end, at);
    at = found < 0 ? source.length() : found + end.length();
  }

  private void tag() {
    int start = at + 1;
    skip(">");
    String tag = source.substring(start, Math.max(start, at - 1));
    String name = tag.replaceFirst("^/", "").split("[\\s/>]", 2)[0];
    String plain = name.toLowerCase(Locale.ROOT);
    if (html && HIDDEN.contains(plain) && !tag.startsWith("/") && !tag.endsWith("/")) {
      Matcher end =
          Pattern.compile("</" + plain, Pattern.CASE_INSENSITIVE | Pattern.LITERAL).matcher(source);
      at = end.find(at) ? end.start() : source.length();
    }
    if (!html || !INLINE.contains(plain)) {
      newLine();
    }
    element = tag.startsWith("/") || tag.startsWith("?") || tag.startsWith("!") ? "" : name;
  }

  private void newLine() {
    if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  private void append(String content) {
    boolean trace =
        content.contains("\n") && StackTrace.withoutFrames(content).length() < content.length();
    String words = trace ? content.strip() : content.replaceAll("\\s+", " ");
    if (words.isBlank()) {
      return;
    }
    boolean fresh = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
    if (fresh && !html && !element.isEmpty()) {
      text.append(element.substring(element.indexOf(':') + 1)).append(": ");
    }
    text.append(fresh ? words.stripLeading() : words);
  }

  private static String decoded(String content) {
    if (content.indexOf('&') < 0) {
      return content;
    }
    return ENTITY
        .matcher(content)
        .replaceAll(match -> Matcher.quoteReplacement(entity(match.group(1), match.group())));
  }

  private static String entity(String name, String whole) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, whole);
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      return Character.isValidCodePoint(point) && !half ? Character.toString(point) : whole;
    } catch (NumberFormatException notANumber) {
      return whole;
    }
  }
}
