package dev.dragoman.runtime.guide.markdown;

import dev.dragoman.runtime.guide.model.ClientSection;
import dev.dragoman.runtime.guide.model.ClientSetup;
import dev.dragoman.runtime.guide.model.Guide;
import dev.dragoman.runtime.guide.model.Setting;
import dev.dragoman.runtime.guide.model.Snippet;
import dev.dragoman.runtime.guide.model.Step;
import dev.dragoman.runtime.guide.model.Text;
import dev.dragoman.runtime.guide.model.ToolEntry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints a guide as Markdown. */
public final class MarkdownGuide {
  private final Guide guide;
  private final MarkdownWriter out;

  private MarkdownGuide(Guide guide, int level) {
    this.guide = guide;
    this.out = new MarkdownWriter(level);
  }

  /** The whole guide, as a document of its own. */
  public static String of(Guide guide) {
    MarkdownGuide markdown = new MarkdownGuide(guide, 1);
    markdown.all();
    return markdown.out.text();
  }

  /**
   * How to connect some clients, for a document that has a heading for it.
   *
   * @param level the level of the headings, 2 to 5
   * @param ids the ids of the clients, in order
   * @throws IllegalArgumentException if there is no such client
   */
  public static String clients(Guide guide, int level, List<String> ids) {
    MarkdownGuide markdown = new MarkdownGuide(guide, level);
    ids.forEach(id -> markdown.client(guide.client(id), 0));
    return markdown.out.text();
  }

  private void all() {
    out.heading(0, guide.title());
    guide.summary().forEach(out::paragraph);
    guide.url().ifPresent(url -> out.paragraph(Text.of("URL: `{}`", url)));
    if (!guide.tools().isEmpty()) {
      out.heading(1, "Tools");
      tools();
    }
    if (!guide.signIn().isEmpty()) {
      out.heading(1, "Signing in");
      guide.signIn().forEach(out::item);
    }
    out.heading(1, "Who may do what");
    guide.access().forEach(out::item);
    settings();
    out.heading(1, "Connect a client");
    guide.clients().forEach(client -> client(client, 2));
    verification();
    troubles();
  }

  private void tools() {
    out.table(
        List.of("tool", "does"),
        guide.tools(),
        List.<Function<ToolEntry, Text>>of(
            tool -> Text.of("`{}`", tool.name()), ToolEntry::description));
  }

  private void settings() {
    out.table(
        List.of("header", "variable over stdio", "value", "default", "meaning"),
        guide.settings(),
        List.<Function<Setting, Text>>of(
            setting -> Text.of("`{}`", setting.header()),
            setting -> Text.of("`{}`", setting.variable()),
            Setting::values,
            setting ->
                setting.byDefault().isEmpty()
                    ? Text.of("none")
                    : Text.of("`{}`", setting.byDefault()),
            Setting::meaning));
  }

  private void client(ClientSection client, int below) {
    out.heading(below, client.name());
    client.missing().ifPresent(out::paragraph);
    for (ClientSetup setup : client.setups()) {
      if (client.setups().size() > 1) {
        out.heading(below + 1, setup.way().title());
      }
      setup.steps().forEach(this::step);
      if (!setup.hints().isEmpty()) {
        out.paragraph(
            setup.hints().stream().map(MarkdownEscape::inline).collect(Collectors.joining(" ")));
      }
    }
  }

  private void step(Step step) {
    out.paragraph(step.text());
    step.links().forEach(link -> out.paragraph(MarkdownEscape.link(link.label(), link.target())));
    step.snippets().forEach(this::snippet);
  }

  /** A value of a field fits into a line; everything else is a block with exactly its text. */
  private void snippet(Snippet snippet) {
    if (snippet.kind() == Snippet.Kind.VALUE && snippet.text().indexOf('\n') < 0) {
      out.item(Text.of("{}: `{}`", snippet.title(), snippet.text()));
      return;
    }
    if (snippet.kind() != Snippet.Kind.SHELL) {
      out.paragraph(MarkdownEscape.code(snippet.title()) + ":");
    }
    out.paragraph(MarkdownEscape.block(snippet));
  }

  private void verification() {
    out.heading(1, "Check the connection");
    out.paragraph(Text.of("Paste this into the chat:"));
    out.paragraph(MarkdownEscape.block(guide.verification().prompt()));
    guide.verification().expected().forEach(out::paragraph);
  }

  private void troubles() {
    out.heading(1, "If something fails");
    out.table(
        List.of("what you see", "what to do"),
        guide.troubles(),
        List.of(trouble -> trouble.symptom(), trouble -> trouble.remedy()));
  }
}
