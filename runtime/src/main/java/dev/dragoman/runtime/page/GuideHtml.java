package dev.dragoman.runtime.page;

import dev.dragoman.runtime.guide.model.InstallLink;
import dev.dragoman.runtime.guide.model.Snippet;
import dev.dragoman.runtime.guide.model.Text;
import java.util.List;
import java.util.Set;

/** Parts of a guide as HTML: sentences, snippets and links. */
final class GuideHtml {
  /** Schemes of links that only open a program of the user's machine, or a page. */
  private static final Set<String> LINKED =
      Set.of("https", "http", "cursor", "vscode", "vscode-insiders");

  private GuideHtml() {}

  /** Text within an element that is open. */
  static void text(Html html, Text text) {
    for (Text.Run run : text.runs()) {
      if (run.isCode()) {
        html.element("code", run.text());
      } else {
        html.text(run.text());
      }
    }
  }

  /** A paragraph. */
  static void paragraph(Html html, Text text, String... attributes) {
    html.open("p", attributes);
    text(html, text);
    html.close();
  }

  /** A list of sentences; nothing if there are none. */
  static void list(Html html, List<Text> texts, String... attributes) {
    if (texts.isEmpty()) {
      return;
    }
    html.open("ul", attributes);
    for (Text text : texts) {
      html.open("li");
      text(html, text);
      html.close();
    }
    html.close();
  }

  /**
   * Text to copy, with a button that copies exactly this text.
   *
   * @param context what the text is for, which tells the buttons of a page apart
   */
  static void snippet(Html html, Snippet snippet, String context) {
    String title = snippet.title().isEmpty() ? "Text" : snippet.title();
    String id = "text-" + snippet.id();
    boolean chat = snippet.kind() == Snippet.Kind.CHAT;
    html.open("figure", "class", chat ? "snippet chat" : "snippet");
    html.open("figcaption").element("span", title);
    copyButton(html, id, context + ", " + title);
    html.close();
    html.open("pre").element("code", snippet.text(), "id", id).close();
    html.close();
  }

  /** A button that copies the text of an element. */
  static void copyButton(Html html, String id, String name) {
    html.element(
        "button",
        "Copy",
        "type",
        "button",
        "class",
        "copy",
        "data-copies",
        id,
        "aria-label",
        "Copy: " + name,
        "data-script",
        "",
        "hidden",
        "");
  }

  /** Links that add the server to a client; nothing if there are none. */
  static void links(Html html, List<InstallLink> links) {
    List<InstallLink> shown = links.stream().filter(link -> LINKED.contains(scheme(link))).toList();
    if (shown.isEmpty()) {
      return;
    }
    html.open("p", "class", "links");
    for (InstallLink link : shown) {
      html.element("a", link.label(), "class", "button", "href", link.target().toString());
    }
    html.close();
  }

  private static String scheme(InstallLink link) {
    return String.valueOf(link.target().getScheme());
  }
}
