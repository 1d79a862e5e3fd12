package dev.dragoman.runtime.page;

import dev.dragoman.runtime.text.VisibleText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML. Names of elements and attributes are constants of this project; everything else is
 * text, which is escaped, with invisible characters shown: there is no way to add markup.
 */
final class Html {
  /** Elements without an end tag (HTML Living Standard, section 13.1.2). */
  private static final Set<String> VOID = Set.of("br", "hr", "input", "link", "meta");

  private final StringBuilder out;
  private final Deque<String> open = new ArrayDeque<>();

  /** Starts an empty fragment. */
  Html() {
    this(8 * 1024);
  }

  /** Starts an empty fragment of about this length, in characters. */
  Html(int length) {
    this.out = new StringBuilder(length);
  }

  /**
   * Starts an element.
   *
   * @param attributes names and values in turn; an attribute with an empty value has none, and one
   *     with an empty name is omitted
   */
  Html open(String name, String... attributes) {
    start(name, attributes);
    open.push(name);
    return this;
  }

  /** Ends the element that was started last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A void element, or one without content. */
  Html empty(String name, String... attributes) {
    start(name, attributes);
    if (!VOID.contains(name)) {
      out.append("</").append(name).append('>');
    }
    return this;
  }

  /** An element with text only. */
  Html element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  /** Text with its line breaks. */
  Html text(String text) {
    escape(VisibleText.of(text));
    return this;
  }

  /** Appends another fragment, all of whose elements have ended. */
  Html add(Html fragment) {
    out.append(fragment);
    return this;
  }

  /** The style sheet or script of the page: a resource of this project, never other text. */
  Html asset(String element, Asset asset) {
    out.append('<').append(element).append('>').append(asset.text());
    out.append("</").append(element).append('>');
    return this;
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (!attributes[i].isEmpty()) {
        attribute(attributes[i], attributes[i + 1]);
      }
    }
    out.append('>');
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name);
    if (!value.isEmpty()) {
      out.append("=\"");
      escape(VisibleText.of(value));
      out.append('"');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\r' -> out.append("&#13;");
        default -> out.append(c);
      }
    }
  }

  /** The markup; all elements must have ended. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements are open: " + open);
    }
    return out.toString();
  }
}
